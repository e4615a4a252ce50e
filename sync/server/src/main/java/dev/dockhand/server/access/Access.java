package dev.dockhand.server.access;

import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Database;
import java.time.InstantSource;

/** Who is here and who may come in: the room as a whole. */
public final class Access {

    private final Companies companies;
    private final Warehouses warehouses;
    private final Stations stations;
    private final AccessKeys keys;
    private final Enrolments enrolments;
    private final Callers callers;

    /** Kept in this database; stations are told by this feed how their warehouse works. */
    public Access(Database database, FeedWriter feed, Secrets secrets, InstantSource time) {
        KnownKeys known = new KnownKeys(time);
        companies = new Companies(database, time);
        warehouses = new Warehouses(database, feed, time);
        stations = new Stations(database, known, time);
        keys = new AccessKeys(database, secrets, known, time);
        enrolments = new Enrolments(database, warehouses, stations, known, secrets, time);
        callers = new Callers(stations, keys, known);
    }

    /** Companies and their brands. */
    public Companies companies() {
        return companies;
    }

    /** Warehouses and how they work. */
    public Warehouses warehouses() {
        return warehouses;
    }

    /** Stations. */
    public Stations stations() {
        return stations;
    }

    /** Keys of programs and people. */
    public AccessKeys keys() {
        return keys;
    }

    /** How stations get their keys. */
    public Enrolments enrolments() {
        return enrolments;
    }

    /** Tells whose a key is. */
    public Callers callers() {
        return callers;
    }
}
