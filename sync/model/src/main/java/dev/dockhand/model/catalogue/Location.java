package dev.dockhand.model.catalogue;

import dev.dockhand.model.id.LocationCode;

/**
 * A place that stock can be at.
 *
 * @param code as printed on its label
 * @param zone part of the floor, for instance A
 * @param kind what it is for
 * @param walk order along the walking path, ascending
 */
public record Location(LocationCode code, String zone, Kind kind, int walk) {

    /** What a location is for. */
    public enum Kind {
        /** Where goods arrive; stock here cannot be sold yet. */
        DOCK,
        /** Where goods are kept and picked from. */
        STORAGE,
        /** Where broken goods wait for a decision; they cannot be sold. */
        DAMAGED,
        /** Something that came later than this version: nothing is put there. */
        UNKNOWN
    }
}
