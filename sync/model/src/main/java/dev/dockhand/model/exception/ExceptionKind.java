package dev.dockhand.model.exception;

/** Why a supervisor is asked. What people did on the floor is never refused; it is kept and settled. */
public enum ExceptionKind {
    /** Work was done under a lease that had been broken or granted to another station. */
    STALE_LEASE,
    /** The shipment had already been packed; the second parcel must not leave. */
    ALREADY_SHIPPED,
    /** The order was called off before the parcel was closed. */
    SHIPPED_AFTER_CANCEL,
    /** The ledger says that fewer than no units are there. */
    NEGATIVE_STOCK,
    /** More units are promised to orders than can be sold. */
    OVERSOLD,
    /** Units were not where they should be. */
    SHORT_PICK,
    /** A parcel was closed though it does not weigh what it should. */
    WEIGHT_OFF,
    /** More, fewer or damaged goods arrived. */
    RECEIPT_DISCREPANCY,
    /** Stock does not suffice for an order. */
    CANNOT_ALLOCATE,
    /** No waybill number is left. */
    NO_WAYBILL,
    /** Fewer waybill numbers of a carrier are left than its contract's mark. */
    WAYBILLS_LOW,
    /** A carrier's routing table does not know an address: the label is without routing. */
    NO_ROUTE,
    /** An act names something that the server does not know. */
    UNKNOWN_REFERENCE,
    /** The event could not be read; it is stored as it came. */
    UNREADABLE_EVENT,
    /** A station's events are not taken as a whole, since two machines claim to be it: they are kept beside the others. */
    REFUSED_EVENTS,
    /** The event is not what a station does of its own: it is kept as it came, and counts nowhere. */
    MISFIT_EVENT,
    /** An event says more than this server knows: what it knows counts, the rest is kept as it came. */
    PARTLY_READ_EVENT,
    /** A kind that came later than this version. */
    UNKNOWN
}
