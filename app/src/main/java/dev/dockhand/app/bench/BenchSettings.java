package dev.dockhand.app.bench;

import dev.dockhand.app.flow.BenchRules;
import java.time.InstantSource;

/**
 * What is particular to one bench.
 *
 * @param station the station's name, as shown
 * @param plates the license plate numbers that it may make
 * @param rules how strict it is
 * @param clock the time
 */
public record BenchSettings(String station, PlateNumbers plates, BenchRules rules, InstantSource clock) {}
