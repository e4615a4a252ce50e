package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.protocol.Push;
import java.util.List;

/**
 * What an event means here.
 *
 * @param outcomes what it changes, in order
 */
record Decision(List<Outcome> outcomes) {

    /** Copies the list. */
    Decision {
        outcomes = List.copyOf(outcomes);
    }

    /** Applied, or kept for a supervisor because it contradicts what the server knows. */
    Push.Status status() {
        return outcomes.stream().anyMatch(Decision::contradicts) ? Push.Status.EXCEPTION : Push.Status.ACCEPTED;
    }

    /** Whether the event's movements count: what is said to be undone may never have moved anything here, or went back already. */
    boolean moves(FloorEvent event) {
        return !(event.act() instanceof Act.ActUndone) || outcomes.stream().anyMatch(Outcome.Undone.class::isInstance);
    }

    private static boolean contradicts(Outcome outcome) {
        return outcome instanceof Outcome.Raised raised && contradicts(raised.kind());
    }

    private static boolean contradicts(ExceptionKind kind) {
        return switch (kind) {
            case STALE_LEASE,
                    ALREADY_SHIPPED,
                    SHIPPED_AFTER_CANCEL,
                    UNKNOWN_REFERENCE,
                    UNREADABLE_EVENT,
                    MISFIT_EVENT,
                    REFUSED_EVENTS,
                    UNKNOWN -> true;
            case NEGATIVE_STOCK,
                    OVERSOLD,
                    SHORT_PICK,
                    WEIGHT_OFF,
                    RECEIPT_DISCREPANCY,
                    CANNOT_ALLOCATE,
                    NO_WAYBILL,
                    WAYBILLS_LOW,
                    NO_ROUTE,
                    PARTLY_READ_EVENT -> false;
        };
    }
}
