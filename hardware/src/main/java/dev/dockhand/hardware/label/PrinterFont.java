package dev.dockhand.hardware.label;

/** What is known of ZPL's scalable font 0 (CG Triumvirate Bold Condensed). */
final class PrinterFont {
    /** From the top of a field to the base of its letters, as a share of the size. */
    static final double BASE = 0.76;
    /** Its letters are narrower than those of the bundled font; a preview draws them so. */
    static final double CONDENSED = 0.77;

    private PrinterFont() {}
}
