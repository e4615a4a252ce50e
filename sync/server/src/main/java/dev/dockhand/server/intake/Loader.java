package dev.dockhand.server.intake;

import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.List;

/** Reads one kind of thing from rows, and hands it to the room that stores it. */
interface Loader<T> {

    /** Most things of one transaction. */
    int AT_ONCE = 500;

    /** Reads one thing; several rows where the kind is grouped. */
    T read(List<Fields> rows) throws BadFieldException;

    /** What tells two things apart; a file may not tell the same one twice. */
    String key(T thing);

    /** Does beforehand what would hold a transaction up; of each thing in its order. */
    default List<T> prepared(Site site, List<T> things) {
        return things;
    }

    /** Stores things, no two of them the same, and says of each in its order what became of it. Nobody else does meanwhile. */
    List<Admission> put(Tx tx, List<T> things);

    /** Stores what several requests tell, and says what became of each request's. */
    default List<Tally> load(Tx tx, List<List<Entry<T>>> parts) {
        List<Admission> all =
                put(tx, parts.stream().flatMap(List::stream).map(Entry::value).toList());
        List<Tally> tallies = new ArrayList<>();
        int next = 0;
        for (List<Entry<T>> part : parts) {
            Tally tally = new Tally();
            for (Entry<T> entry : part) {
                tally.count(entry, all.get(next));
                next++;
            }
            tallies.add(tally);
        }
        return tallies;
    }

    /** Goes on with what was loaded and committed. */
    default void loaded(Site site) {}

    /** Most things of one transaction of this kind. */
    default int atOnce() {
        return AT_ONCE;
    }
}
