package dev.dockhand.model.task;

/** How far a shipment has come. */
public enum TaskStage {
    /** Stock is allocated; picking can start. */
    RELEASED,
    /** Everything that was there lies in a tote. */
    PICKED,
    /** The parcel is closed and labelled. Nothing more can be done to it here. */
    PACKED,
    /** Called off by the shop. Nothing may be shipped; what was picked goes back. */
    CANCELLED,
    /** A stage that came later than this version: nothing is begun on it here. */
    UNKNOWN
}
