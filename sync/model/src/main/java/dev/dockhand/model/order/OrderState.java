package dev.dockhand.model.order;

/**
 * How far all that is still wanted of an order has come; derived from the quantities of its lines ({@link LineQuantities}), and never
 * set: the farthest that every line has reached with as many units as are wanted of it.
 */
public enum OrderState {
    /** Stock does not suffice yet. */
    WAITING,
    /** Its units are kept from being sold to others. */
    PROMISED,
    /** Its units stand on pick lists. */
    RELEASED,
    /** Its units lie in totes. */
    PICKED,
    /** Its parcels are closed. */
    PACKED,
    /** Its parcels are with the carrier. */
    HANDED_OVER,
    /** The customer has it. */
    DELIVERED,
    /** It came back. */
    RETURNED,
    /** Nothing of it is wanted any more. */
    CANCELLED
}
