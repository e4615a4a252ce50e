package dev.dockhand.model.order;

/** What may befall an order as a whole. */
public enum OrderEvent {
    /** Stock was promised to all of it. */
    PROMISE,
    /** All of it was put on pick lists. */
    RELEASE,
    /** All of it was picked. */
    PICK,
    /** A parcel of it was closed at a bench. */
    PACK,
    /** That a parcel was closed was taken back. */
    OPEN,
    /** A parcel of it went to the carrier. */
    HAND_OVER,
    /** The carrier says that the customer has it. */
    DELIVER,
    /** It came back. */
    RETURN,
    /** The shop calls it off. */
    CANCEL,
    /** Somebody wants that nothing is begun on it for now. */
    HOLD
}
