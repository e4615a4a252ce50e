package dev.dockhand.station.replica;

import dev.dockhand.model.order.Party;
import dev.dockhand.model.task.ShipmentTask;

/** Forgets people when their parcel is done. */
final class Recipients {

    private static final Party NOBODY = new Party("", "", "", "");

    private Recipients() {}

    /** The same work without its recipient and the message to the driver. */
    static ShipmentTask erased(ShipmentTask task) {
        return new ShipmentTask(
                task.id(),
                task.shipment(),
                task.order(),
                task.lease(),
                task.stage(),
                task.basedOnSeq(),
                task.tote(),
                task.carrier(),
                task.service(),
                task.routing(),
                task.waybill(),
                task.cutOff(),
                task.sender(),
                NOBODY,
                "",
                task.lines());
    }
}
