package dev.dockhand.hardware.printer;

/** How much a state of a printer matters to the operator. */
public enum Severity {
    /** Nothing to do; printing goes on. */
    INFO,
    /** Soon something has to be done; printing goes on. */
    SOON,
    /** No label comes out until somebody does something, or a little time passes. */
    STOP
}
