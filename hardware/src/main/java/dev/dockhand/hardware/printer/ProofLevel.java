package dev.dockhand.hardware.printer;

/** How far it is proved that a label came out, from weak to strong. Only the last one is certain. */
public enum ProofLevel {
    /** The port took all bytes. */
    ACCEPTED,
    /** The printer says that its queue is empty. */
    IDLE,
    /** Its queue is empty, and paper, ribbon, head and pause are all right. */
    CLEAR,
    /** The operator scanned the label that came out. */
    SCANNED_BACK
}
