package dev.dockhand.model.protocol;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asking for work. */
public final class Leases {

    private Leases() {}

    /**
     * What a station asks for.
     *
     * @param upTo how many shipments it wants to hold altogether, 1 to 200
     * @param order one order in particular, absent for any
     */
    public record Request(int upTo, @Nullable OrderId order) {}

    /**
     * Everything that the station now holds.
     *
     * @param tasks the work, with recipients
     */
    public record Grant(List<ShipmentTask> tasks) {

        /** Copies the list. */
        public Grant {
            tasks = List.copyOf(tasks);
        }
    }
}
