package dev.dockhand.model.task;

import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every station may know of a shipment, whoever holds it: enough to say what its order number, its waybill or its
 * tote means. Holds no personal data.
 *
 * @param task its work
 * @param id key of the parcel
 * @param order order that it belongs to
 * @param stage how far it has come
 * @param holder who holds the lease, absent when nobody does
 * @param token newest token, 0 before the first grant
 * @param tote where picked goods were put last, absent before the first pick; what lies in it now, the stock says
 * @param waybills numbers of its boxes, from the first on; none before the first grant
 * @param closing when and by whom it was closed or called off; absent while it is open
 */
public record Shipment(
        TaskId task,
        ShipmentId id,
        OrderId order,
        TaskStage stage,
        @Nullable StationId holder,
        long token,
        @Nullable ToteCode tote,
        List<WaybillNumber> waybills,
        @Nullable Closing closing) {

    /** Copies the list. */
    public Shipment {
        waybills = List.copyOf(waybills);
    }

    /**
     * The end of a shipment.
     *
     * @param at when the parcel was closed, by the station's clock, or the order was called off; to the microsecond, since
     *     a database keeps no more and the feed must tell the same
     * @param by who closed it, absent where that is not known
     */
    public record Closing(Instant at, @Nullable OperatorId by) {

        /** Cuts the time. */
        public Closing {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
