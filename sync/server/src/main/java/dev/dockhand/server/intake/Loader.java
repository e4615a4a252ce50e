package dev.dockhand.server.intake;

import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.List;

/** Reads one kind of thing from rows and loads it. */
interface Loader<T> {

    /** Most things of one transaction. */
    int AT_ONCE = 500;

    /** Reads one thing; several rows where the kind is grouped. */
    T read(List<Fields> rows) throws BadFieldException;

    /** What tells two things apart; a file may not tell the same one twice. */
    String key(T thing);

    /** Does beforehand what would hold a transaction up. */
    default List<Entry<T>> prepared(Site site, List<Entry<T>> entries) {
        return entries;
    }

    /** Loads things. Nobody else loads any in this warehouse meanwhile. */
    Tally load(Tx tx, List<Entry<T>> entries);

    /** As {@link #load}, what several requests tell; says what became of each. No two tell the same thing. */
    default List<Tally> loadAll(Tx tx, List<List<Entry<T>>> parts) {
        return parts.stream().map(part -> load(tx, part)).toList();
    }

    /** Goes on with what was loaded and committed. */
    default void loaded(Site site) {}

    /** Most things of one transaction of this kind. */
    default int atOnce() {
        return AT_ONCE;
    }
}
