package dev.dockhand.app.flow;

/** The jobs of a station. */
public enum FlowId {
    SIGN_IN,
    MENU,
    RECEIVING,
    PUTAWAY,
    PICKING,
    PACKING,
    LABELS
}
