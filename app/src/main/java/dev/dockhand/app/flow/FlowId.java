package dev.dockhand.app.flow;

/**
 * Which job; each flow has its own.
 *
 * @param name in capitals, stable
 */
public record FlowId(String name) {

    /** Badge and PIN. */
    public static final FlowId SIGN_IN = new FlowId("SIGN_IN");

    /** The choice of the job. */
    public static final FlowId MENU = new FlowId("MENU");
}
