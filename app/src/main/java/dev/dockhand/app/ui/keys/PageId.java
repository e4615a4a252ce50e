package dev.dockhand.app.ui.keys;

/**
 * Which page of the window.
 *
 * @param name in capitals, as in its barcode and behind {@code page.} in the bundle
 */
public record PageId(String name) {

    /** The job itself. */
    public static final PageId WORK = new PageId("WORK");

    /** A damaged code is typed. */
    public static final PageId CODE = new PageId("CODE");

    /** Pages and switches to choose from. */
    public static final PageId MORE = new PageId("MORE");

    /** Set-up and tests of the devices. */
    public static final PageId DEVICES = new PageId("DEVICES");

    /** The command barcodes. */
    public static final PageId SHEET = new PageId("SHEET");

    /** The status of the station. */
    public static final PageId ABOUT = new PageId("ABOUT");
}
