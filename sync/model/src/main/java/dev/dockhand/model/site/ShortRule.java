package dev.dockhand.model.site;

/** What is done where not everything of an order is there: when it comes in, at the shelf, or at the bench. */
public enum ShortRule {
    /** It waits for goods. */
    WAIT,
    /** What is there is shipped, and the rest is shipped when goods come. */
    SHIP_REST,
    /** What is there is shipped, and the rest is called off. */
    CANCEL_REST,
    /** Somebody decides each time. */
    ASK
}
