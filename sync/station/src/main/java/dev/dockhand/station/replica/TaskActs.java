package dev.dockhand.station.replica;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.TaskId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The own acts of each piece of work, in order. Those of the work in hand are kept: a large parcel is a thousand acts, and
 * reading them again behind every scan takes the core that the next scan needs. Belongs to one file and its writer.
 */
final class TaskActs {

    private static final int IN_HAND = 4;

    private final Sql sql;
    private final Map<Key, List<FloorEvent>> inHand = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<FloorEvent>> eldest) {
            return size() > IN_HAND;
        }
    };

    TaskActs(Sql sql) {
        this.sql = sql;
    }

    private record Key(int epoch, TaskId task) {}

    /** What was done to a piece of work in an epoch. */
    List<FloorEvent> of(int epoch, TaskId task) throws SQLException {
        Key key = new Key(epoch, task);
        List<FloorEvent> known = inHand.get(key);
        if (known == null) {
            known = new ArrayList<>(sql.list(
                    "SELECT json FROM own_event WHERE task = ? AND epoch = ? ORDER BY seq",
                    JsonText.row(FloorEvent.class),
                    task.value(),
                    epoch));
            inHand.put(key, known);
        }
        return Collections.unmodifiableList(known);
    }

    /** An act was written to the table. */
    void added(FloorEvent event) {
        List<FloorEvent> known = event.task() == null ? null : inHand.get(new Key(event.epoch(), event.task()));
        if (known != null) {
            known.add(event);
        }
    }

    /** Forgets events that the journal does not keep any more. */
    void forget(int epoch, long upTo) throws SQLException {
        inHand.clear();
        sql.update("DELETE FROM own_event WHERE epoch = ? AND seq <= ?", epoch, upTo);
    }
}
