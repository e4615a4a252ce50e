package dev.dockhand.server.release;

import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.TaskStage;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The work on one shipment as the server knows it.
 *
 * @param task key
 * @param shipment the parcel-to-be
 * @param order order that it belongs to
 * @param stage how far it has come
 * @param holder who holds the lease, absent when nobody does
 * @param token newest token, 0 before the first grant
 * @param tote where picked goods are, absent before the first pick
 * @param waybill bound number, absent before the first grant
 * @param cancelSeen whether an operator has answered the cancel
 * @param lines the pick list by line
 */
public record Work(
        TaskId task,
        ShipmentId shipment,
        OrderNumber order,
        TaskStage stage,
        @Nullable StationId holder,
        long token,
        @Nullable ToteCode tote,
        @Nullable WaybillNumber waybill,
        boolean cancelSeen,
        Map<Integer, WorkLine> lines) {

    /** Copies the lines. */
    public Work {
        lines = Map.copyOf(lines);
    }

    /** Whether it can still be picked and packed. */
    public boolean isOpen() {
        return stage == TaskStage.RELEASED || stage == TaskStage.PICKED;
    }

    /** Whether this station works under the newest lease. */
    public boolean isHeldBy(StationId station, @Nullable Long leaseToken) {
        return station.equals(holder) && leaseToken != null && leaseToken == token;
    }

    /** The same work at another stage. */
    public Work at(TaskStage newStage) {
        return new Work(task, shipment, order, newStage, holder, token, tote, waybill, cancelSeen, lines);
    }

    /** The same work with another holder and token. */
    public Work leasedTo(@Nullable StationId newHolder, long newToken) {
        return new Work(task, shipment, order, stage, newHolder, newToken, tote, waybill, cancelSeen, lines);
    }

    /** The same work with its goods in a tote. */
    public Work in(@Nullable ToteCode newTote) {
        return new Work(task, shipment, order, stage, holder, token, newTote, waybill, cancelSeen, lines);
    }

    /** The same work after its cancel was answered, or that answer taken back. */
    public Work cancelSeen(boolean seen) {
        return new Work(task, shipment, order, stage, holder, token, tote, waybill, seen, lines);
    }

    /** The same work with one line changed. */
    public Work with(WorkLine changed) {
        Map<Integer, WorkLine> copy = new TreeMap<>(lines);
        copy.put(changed.line(), changed);
        return new Work(task, shipment, order, stage, holder, token, tote, waybill, cancelSeen, copy);
    }

    /** The same work with its pick list. */
    Work listing(Map<Integer, WorkLine> pickList) {
        return new Work(task, shipment, order, stage, holder, token, tote, waybill, cancelSeen, pickList);
    }

    /** What every station of the warehouse is told. */
    public Feed.TaskChanged change() {
        return new Feed.TaskChanged(task, shipment, order, stage, holder, token);
    }
}
