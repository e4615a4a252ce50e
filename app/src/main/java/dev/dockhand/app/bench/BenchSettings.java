package dev.dockhand.app.bench;

import dev.dockhand.app.flow.BenchRules;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What is particular to one bench.
 *
 * @param station the station's name, as shown
 * @param plates the license plate numbers that it may make
 * @param rules how strict it is
 * @param clock the time
 * @param zone where the warehouse is, which says what day it is
 */
public record BenchSettings(String station, PlateNumbers plates, BenchRules rules, InstantSource clock, ZoneId zone) {

    /** The day in the warehouse. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
