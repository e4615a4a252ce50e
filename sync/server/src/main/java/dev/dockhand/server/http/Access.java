package dev.dockhand.server.http;

import dev.dockhand.server.people.Caller;

/** Who may use a route. */
enum Access {
    /** No key is needed. */
    ANYBODY,
    /** No key yet, but the protocol's version is checked. */
    NEW_STATION,
    /** A station's key. */
    STATION,
    /** The administrator's key. */
    ADMINISTRATOR;

    boolean needsVersion() {
        return this == NEW_STATION || this == STATION;
    }

    boolean needsKey() {
        return this == STATION || this == ADMINISTRATOR;
    }

    boolean allows(Caller caller) {
        return switch (this) {
            case ANYBODY, NEW_STATION -> true;
            case STATION -> caller instanceof Caller.Station;
            case ADMINISTRATOR -> caller instanceof Caller.Administrator;
        };
    }
}
