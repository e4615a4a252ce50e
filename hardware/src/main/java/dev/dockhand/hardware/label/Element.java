package dev.dockhand.hardware.label;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One thing on a label. */
public sealed interface Element {

    /** The room it may take; nothing of it is printed outside. */
    Area area();

    /**
     * A text. When it does not fit it is made smaller, then wrapped, then cut with an ellipsis, and a notice says so.
     *
     * @param area its room
     * @param text what is written; control characters are dropped
     * @param style how
     * @param sources the fields that it was made of, by path, for notices
     */
    record Text(Area area, String text, TextStyle style, Map<String, String> sources) implements Element {

        public Text {
            sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        }

        /** A text of no field. */
        public Text(Area area, String text, TextStyle style) {
            this(area, text, style, Map.of());
        }
    }

    /**
     * A linear barcode, centred with its quiet zones inside the area and as wide as the module allows. A text that Code 128
     * cannot hold, as one in Hangul, becomes a QR code in the same area.
     *
     * @param area room of bars and quiet zones
     * @param symbology which code
     * @param data what a scanner reads; for GS1-128 with identifiers in brackets, as in {@code (00)...(10)...}
     * @param moduleMm widest narrow bar in millimetres
     */
    record Barcode(Area area, Symbology symbology, String data, double moduleMm) implements Element {}

    /**
     * A QR code with its quiet zone, centred in the area and as large as it fits.
     *
     * @param area room of code and quiet zone
     * @param data what a scanner reads, as UTF-8
     */
    record Qr(Area area, String data) implements Element {}

    /**
     * A Data Matrix with its quiet zone, centred in the area and as large as it fits.
     *
     * @param area room of code and quiet zone
     * @param data printable ASCII
     */
    record DataMatrix(Area area, String data) implements Element {}

    /**
     * A line or a filled rectangle.
     *
     * @param area what becomes black
     */
    record Line(Area area) implements Element {}

    /**
     * A frame.
     *
     * @param area outer edge
     * @param thicknessMm thickness of its lines in millimetres
     */
    record Box(Area area, double thicknessMm) implements Element {}

    /**
     * A picture.
     *
     * @param area its room
     * @param bitmap the dots
     * @param fitted true to make it as large as the area takes it, in its own shape, from the upper left corner; false to
     *     print it dot by dot and cut it at the edges
     */
    record Image(Area area, Bitmap bitmap, boolean fitted) implements Element {}
}
