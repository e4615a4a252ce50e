package dev.dockhand.server.http;

import dev.dockhand.server.access.Caller;
import dev.dockhand.server.access.Role;
import dev.dockhand.server.store.Lane;

/** Who may use a route. */
enum Access {
    /** No key is needed. */
    ANYBODY,
    /** No key yet, but the protocol's version is checked. */
    NEW_STATION,
    /** A station's key. */
    STATION,
    /** The key of who runs the server. */
    HOST,
    /** A key for all of a company. */
    COMPANY,
    /** A key for a warehouse. */
    WAREHOUSE,
    /** A key for a brand; it reaches what is the brand's alone. */
    BRAND;

    boolean needsVersion() {
        return this == NEW_STATION || this == STATION;
    }

    /** Stations, and those who watch whether the server is well, go on whatever anybody else asks. */
    Lane lane() {
        return needsVersion() || !needsKey() ? Lane.FLOOR : Lane.OFFICE;
    }

    boolean needsKey() {
        return this != ANYBODY && this != NEW_STATION;
    }

    /** Whoever may do more may do this, too. */
    boolean allows(Caller caller) {
        return switch (this) {
            case ANYBODY, NEW_STATION -> true;
            case STATION -> caller instanceof Caller.Station;
            case HOST, COMPANY, WAREHOUSE, BRAND ->
                caller instanceof Caller.Account account && account.role().compareTo(Role.valueOf(name())) <= 0;
        };
    }
}
