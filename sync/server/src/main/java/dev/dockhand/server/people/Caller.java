package dev.dockhand.server.people;

import dev.dockhand.model.id.StationId;

/** Who asks. */
public sealed interface Caller {

    /** Somebody without a key: may enrol, and see whether the server lives. */
    record Nobody() implements Caller {}

    /**
     * An enrolled station: may push its own events, read its warehouse's feed and hold leases.
     *
     * @param station its name
     * @param number its number in the warehouse
     * @param epoch its newest epoch; older ones may still be pushed
     */
    record Station(StationId station, int number, int epoch) implements Caller {}

    /** Who has the key of the data folder: may import, settle and enrol, but act as no station. */
    record Administrator() implements Caller {}
}
