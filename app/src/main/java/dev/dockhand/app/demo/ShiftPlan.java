package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.model.id.OrderId;
import java.io.IOException;
import java.util.Set;

/**
 * What the scripted operator does in a shift.
 *
 * @param badge text of the badge
 * @param pin PIN of that person
 * @param notices how many notices are received and put away
 * @param orders how many parcels are closed
 * @param batch how many orders are picked before they are packed
 * @param incidents what goes wrong on the way, each once
 */
public record ShiftPlan(String badge, String pin, int notices, int orders, int batch, Set<Incident> incidents) {

    /** Copies the set. */
    public ShiftPlan {
        incidents = Set.copyOf(incidents);
    }

    /** Picks and packs only, and nothing goes wrong. */
    public static ShiftPlan packing(String badge, String pin, int orders) {
        return new ShiftPlan(badge, pin, 0, orders, 5, Set.of());
    }

    /** What can go wrong. */
    public enum Incident {
        /** One unit of a notice is broken. */
        DAMAGED,
        /** More came than was announced. */
        OVER,
        /** A pick is taken back. */
        UNDO,
        /** The location is empty. */
        SHORT,
        /** Orders of two brands have one number: it is scanned, and the operator says which brand's it is. */
        SHARED_NUMBER,
        /** A unit is packed whose barcode goods of another brand carry too: the order in hand decides. */
        SHARED_CODE,
        /** A wrong item is about to be packed. */
        WRONG_ITEM,
        /** The parcel is heavier than it should be. */
        TOO_HEAVY,
        /** The printer has no paper. */
        PAPER_OUT,
        /** The shop calls an order off while it is packed. */
        LATE_CANCEL,
        /** The network cable is pulled, and plugged in again some parcels later. */
        CABLE
    }

    /** The world around the bench. */
    public interface Surroundings {

        /** Pulls the network cable. */
        default void pullCable() {}

        /** Plugs it in again. */
        default void plugCable() {}

        /**
         * The shop calls an order off.
         *
         * @throws IOException when the server refuses it or cannot be reached
         */
        default void cancel(OrderId order) throws IOException, InterruptedException {}

        /** The operator sees this; called in the shift's own thread, which waits for it. */
        default void seen(BenchView view) {}
    }
}
