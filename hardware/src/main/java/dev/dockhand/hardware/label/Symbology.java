package dev.dockhand.hardware.label;

/** The linear barcodes that a label can carry. */
public enum Symbology {
    /** Code 128 of printable ASCII. */
    CODE_128,
    /** Code 128 that begins with FNC1 and holds GS1 element strings. */
    GS1_128,
    /** EAN-13 with its check digit. */
    EAN_13
}
