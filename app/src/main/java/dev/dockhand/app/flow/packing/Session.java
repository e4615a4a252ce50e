package dev.dockhand.app.flow.packing;

import dev.dockhand.model.id.Sku;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.measure.Quantity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was done since the job was begun; the read model may be a moment behind.
 *
 * @param finished work that was finished
 * @param aside units checked into parcels that were set aside
 */
record Session(Set<TaskId> finished, Map<TaskId, Map<Sku, Quantity>> aside) {

    static final Session NEW = new Session(Set.of(), Map.of());

    Session {
        finished = Set.copyOf(finished);
        aside = Map.copyOf(aside);
    }

    Session finishing(TaskId task) {
        Set<TaskId> more = new HashSet<>(finished);
        more.add(task);
        return new Session(more, aside);
    }

    Session settingAside(Parcel parcel) {
        Map<TaskId, Map<Sku, Quantity>> more = new HashMap<>(aside);
        more.put(parcel.task().id(), parcel.packed());
        return new Session(finished, more);
    }
}
