package dev.dockhand.station.replica;

import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.order.Party;
import dev.dockhand.model.task.ShipmentTask;
import java.sql.SQLException;

/** Forgets people when their parcel is done. */
final class Recipients {

    private static final int KEPT = 10;
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

    /** A label may be printed again while its box stands here; the boxes before the newest have gone. */
    static void forgetOldest(Sql sql, TaskId newest) throws SQLException {
        sql.update(
                "UPDATE task SET packed = (SELECT COALESCE(MAX(packed), 0) + 1 FROM task) WHERE id = ? AND packed IS"
                        + " NULL",
                newest.value());
        for (ShipmentTask old : sql.list(
                "SELECT json FROM task WHERE mark = 'PACKED' ORDER BY packed DESC LIMIT 1000 OFFSET ?",
                JsonText.row(ShipmentTask.class),
                KEPT)) {
            sql.update(
                    "UPDATE task SET json = ? WHERE id = ?",
                    JsonText.of(erased(old)),
                    old.id().value());
        }
    }
}
