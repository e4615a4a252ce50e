package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.task.TaskStage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event changes on the server beside the stock ledger, which takes its movements as they are. */
sealed interface Outcome {

    /** Units picked or found missing on a line; negative when an act is taken back. */
    record LineDone(TaskId task, int line, int picked, int shorted) implements Outcome {}

    /** Picked units of a line were lost at the bench; negative when an act is taken back. */
    record LineLost(TaskId task, int line, int units) implements Outcome {}

    /** Work came to another stage. */
    record StageSet(TaskId task, TaskStage stage) implements Outcome {}

    /** The work's goods lie in this tote. */
    record ToteUsed(TaskId task, ToteCode tote) implements Outcome {}

    /** The late cancel of a piece of work was answered, or that answer taken back. */
    record CancelAnswered(TaskId task, boolean seen) implements Outcome {}

    /** Units of a notice's line arrived; negative when an act is taken back. */
    record Received(AsnId asn, int line, int units) implements Outcome {}

    /** Receiving of a notice was finished, or taken up again. */
    record ReceiptSet(AsnId asn, boolean closed) implements Outcome {}

    /** A license plate was labelled for received goods. */
    record PlateMade(LicensePlate plate, Act.Condition condition) implements Outcome {}

    /** A license plate was put away, or stands where it was before; then without a location. */
    record PlatePut(LicensePlate plate, @Nullable LocationCode location) implements Outcome {}

    /** A box carries a number by its station's word: a further one, or one that was bound in a life of the data that a restore forgot. */
    record WaybillBound(TaskId task, ShipmentId shipment, int box, WaybillNumber waybill) implements Outcome {}

    /** That a further box was begun is taken back. */
    record WaybillReturned(TaskId task, ShipmentId shipment, WaybillNumber waybill) implements Outcome {}

    /** A box was weighed; absent when that is taken back. */
    record BoxWeighed(
            ShipmentId shipment, int box, @Nullable Grams grams) implements Outcome {}

    /**
     * A shipment was closed.
     *
     * @param boxes how many boxes it has
     * @param numbers their numbers by box; one that belongs to another shipment is left out
     */
    record Shipped(TaskId task, OrderId order, ShipmentId shipment, int boxes, Map<Integer, WaybillNumber> numbers)
            implements Outcome {

        /** Copies the map. */
        public Shipped {
            numbers = Map.copyOf(numbers);
        }
    }

    /** The shipment was opened again. */
    record Unshipped(TaskId task, ShipmentId shipment) implements Outcome {}

    /** A label was sent to a printer. */
    record LabelLogged(Act.LabelPrinted label) implements Outcome {}

    /** An earlier act does not count any more. */
    record Undone(EventId event) implements Outcome {}

    /**
     * A supervisor is asked.
     *
     * @param kind why
     * @param about order, shipment, location or notice
     * @param detail technical facts, no personal data
     */
    record Raised(ExceptionKind kind, String about, String detail) implements Outcome {}
}
