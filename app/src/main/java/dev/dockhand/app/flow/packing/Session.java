package dev.dockhand.app.flow.packing;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Progress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was done since the job was begun; the read model may be a moment behind.
 *
 * @param finished work that was finished
 * @param aside parcels that were set aside, as they are
 * @param copies labels that were sent to the printer for parcels that were closed before
 * @param shelved units that were left of parcels on the problem shelf, by line; a read model that tells more is behind
 */
record Session(
        Set<TaskId> finished,
        Map<TaskId, Aside> aside,
        Map<TaskId, Integer> copies,
        Map<TaskId, Map<Integer, Quantity>> shelved) {

    static final Session NEW = new Session(Set.of(), Map.of(), Map.of(), Map.of());

    Session {
        finished = Set.copyOf(finished);
        aside = Map.copyOf(aside);
        copies = Map.copyOf(copies);
        shelved = Map.copyOf(shelved);
    }

    /**
     * What is not forgotten of a parcel while it waits, however late the read model learns of it.
     *
     * @param packed units that were checked into it
     * @param labels labels that were sent to the printer
     */
    record Aside(Map<ItemId, Quantity> packed, int labels) {}

    Session finishing(TaskId task) {
        Set<TaskId> more = new HashSet<>(finished);
        more.add(task);
        return new Session(more, aside, copies, shelved);
    }

    Session settingAside(Parcel parcel) {
        Map<TaskId, Aside> more = new HashMap<>(aside);
        more.put(parcel.task().id(), new Aside(parcel.packed(), parcel.labels()));
        return new Session(finished, more, copies, shelved);
    }

    Session shelving(TaskId task, Map<Integer, Quantity> left) {
        Map<TaskId, Aside> others = new HashMap<>(aside);
        others.remove(task);
        Map<TaskId, Map<Integer, Quantity>> more = new HashMap<>(shelved);
        more.put(task, left);
        return new Session(finished, others, copies, more);
    }

    Session printing(TaskId task, int copy) {
        Map<TaskId, Integer> more = new HashMap<>(copies);
        more.put(task, copy);
        return new Session(finished, aside, more, shelved);
    }

    /** Whether a parcel stands on the problem shelf: nobody has said yet what becomes of what is missing. */
    boolean isShelved(TaskId task, Progress progress) {
        return progress.waitsForAnswer()
                || shelved.getOrDefault(task, Map.of()).entrySet().stream()
                        .anyMatch(line -> progress.picked(line.getKey()).isMoreThan(line.getValue()));
    }
}
