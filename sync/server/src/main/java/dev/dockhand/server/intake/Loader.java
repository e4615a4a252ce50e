package dev.dockhand.server.intake;

import dev.dockhand.server.store.Site;
import java.util.List;

/** Reads one kind of thing from rows and loads it. */
interface Loader<T> {

    /** Reads one thing; several rows where the kind is grouped. */
    T read(List<Fields> rows) throws BadFieldException;

    /** What tells two things apart; a file may not tell the same one twice. */
    String key(T thing);

    /** Loads things in a transaction. */
    Tally load(Site site, List<Entry<T>> entries);
}
