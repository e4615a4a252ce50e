package dev.dockhand.model.task;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.order.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shipment to pick and pack: everything that a station needs to finish it with the cable pulled. Sent only with a
 * lease, because it holds the recipient.
 *
 * @param id key of the work
 * @param shipment key of the parcel-to-be
 * @param order order that it belongs to
 * @param lease the right to work on it
 * @param stage how far it had come when the lease was granted
 * @param basedOnSeq the holder's last event that the server had accepted at the grant; later own events come on top
 * @param tote where the picked goods are, absent before picking is done
 * @param carrier who brings it
 * @param service the carrier's service
 * @param routing sorting code of the carrier, printed large
 * @param waybill number of the first box, bound at the grant; the same at every later grant
 * @param cutOff when the carrier's truck leaves
 * @param sender the shop
 * @param recipient the customer
 * @param message what the customer asks of the driver; empty for none
 * @param lines the pick list, in walking order
 */
public record ShipmentTask(
        TaskId id,
        ShipmentId shipment,
        OrderId order,
        Lease lease,
        TaskStage stage,
        long basedOnSeq,
        @Nullable ToteCode tote,
        CarrierCode carrier,
        String service,
        String routing,
        WaybillNumber waybill,
        Instant cutOff,
        Party sender,
        Party recipient,
        String message,
        List<PickLine> lines) {

    /** Copies the list. */
    public ShipmentTask {
        lines = List.copyOf(lines);
    }

    /** The same work in a list of leases that is based on another event of the holder. */
    public ShipmentTask listed(long seq, List<PickLine> pickList) {
        return new ShipmentTask(
                id, shipment, order, lease, stage, seq, tote, carrier, service, routing, waybill, cutOff, sender,
                recipient, message, pickList);
    }
}
