package dev.dockhand.model.site;

import dev.dockhand.model.id.CarrierCode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a carrier leaves: what is packed by then goes the same day.
 *
 * @param carrier who leaves
 * @param service its service; empty for all that have no time of their own
 * @param days on which weekdays
 * @param at the time there, by the wall clock
 */
public record CutOffTime(CarrierCode carrier, String service, Set<DayOfWeek> days, LocalTime at) {

    /** Copies the set. */
    public CutOffTime {
        days = days.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(days));
    }
}
