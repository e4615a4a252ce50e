package dev.dockhand.app.flow.packing;

import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Progress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was done since the job was begun; the read model may be a moment behind.
 *
 * @param finished work that was finished
 * @param aside parcels that were set aside, as they are
 * @param copies labels that were sent to the printer for boxes that were closed before
 * @param taken numbers that further boxes were begun with
 * @param shelved units that were left of parcels on the problem shelf, by line; a read model that tells more is behind
 */
record Session(
        Set<TaskId> finished,
        Map<TaskId, List<Progress.Box>> aside,
        Map<WaybillNumber, Integer> copies,
        Set<WaybillNumber> taken,
        Map<TaskId, Map<Integer, Quantity>> shelved) {

    static final Session NEW = new Session(Set.of(), Map.of(), Map.of(), Set.of(), Map.of());

    Session {
        finished = Set.copyOf(finished);
        aside = Map.copyOf(aside);
        copies = Map.copyOf(copies);
        taken = Set.copyOf(taken);
        shelved = Map.copyOf(shelved);
    }

    Session finishing(TaskId task) {
        Set<TaskId> more = new HashSet<>(finished);
        more.add(task);
        return new Session(more, aside, copies, taken, shelved);
    }

    Session settingAside(Parcel parcel) {
        Map<TaskId, List<Progress.Box>> more = new HashMap<>(aside);
        more.put(parcel.task().id(), parcel.boxes());
        return new Session(finished, more, copies, taken, shelved);
    }

    Session shelving(TaskId task, Map<Integer, Quantity> left) {
        Map<TaskId, List<Progress.Box>> others = new HashMap<>(aside);
        others.remove(task);
        Map<TaskId, Map<Integer, Quantity>> more = new HashMap<>(shelved);
        more.put(task, left);
        return new Session(finished, others, copies, taken, more);
    }

    /** What the read model does not know of yet is not begun a second time. */
    Session taking(WaybillNumber number) {
        Set<WaybillNumber> more = new HashSet<>(taken);
        more.add(number);
        return new Session(finished, aside, copies, more, shelved);
    }

    Session printing(WaybillNumber waybill, int copy) {
        Map<WaybillNumber, Integer> more = new HashMap<>(copies);
        more.put(waybill, copy);
        return new Session(finished, aside, more, taken, shelved);
    }

    /** Whether a parcel stands on the problem shelf: nobody has said yet what becomes of what is missing. */
    boolean isShelved(TaskId task, Progress progress) {
        return progress.waitsForAnswer()
                || shelved.getOrDefault(task, Map.of()).entrySet().stream()
                        .anyMatch(line -> progress.picked(line.getKey()).isMoreThan(line.getValue()));
    }
}
