package dev.dockhand.model.order;

import dev.dockhand.model.exception.ExceptionKind;

/** What becomes of an order in some state when something befalls it. */
public sealed interface Transition {

    /** It comes to this state, once all of it did. */
    record To(OrderState state) implements Transition {

        @Override
        public String toString() {
            return state.name();
        }
    }

    /** It is refused: whoever asked is told why. */
    record Refused(Refusal why) implements Transition {

        @Override
        public String toString() {
            return "refused: " + why;
        }
    }

    /** It happened on the floor and cannot be refused: a supervisor must settle it. */
    record Exceptional(ExceptionKind kind) implements Transition {

        @Override
        public String toString() {
            return "exception: " + kind;
        }
    }

    /** Why something is refused. */
    enum Refusal {
        /** It was called off before. */
        ALREADY_CANCELLED,
        /** The parcel is closed. */
        ALREADY_PACKED,
        /** The carrier has it. */
        ALREADY_HANDED_OVER,
        /** It was told before. */
        ALREADY_DELIVERED,
        /** It came back before. */
        ALREADY_RETURNED,
        /** Stock was promised before. */
        ALREADY_PROMISED,
        /** It is work already. */
        ALREADY_RELEASED,
        /** Its stock does not suffice. */
        NOT_PROMISED,
        /** It is no work yet. */
        NOT_RELEASED,
        /** No parcel of it is closed. */
        NOT_PACKED,
        /** The carrier has not got it. */
        NOT_HANDED_OVER
    }
}
