package dev.dockhand.hardware.label;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The bytes of a label as they grow. */
public final class LabelBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);

    /** Appends ASCII text, formatted without any language's habits. */
    public LabelBytes text(String format, Object... values) {
        return add(String.format(Locale.ROOT, format, values).getBytes(StandardCharsets.US_ASCII));
    }

    /** Appends a line that ends with CR LF. */
    public LabelBytes line(String format, Object... values) {
        return text(format, values).add(13, 10);
    }

    /** Appends bytes. */
    public LabelBytes add(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** Appends bytes by their values. */
    public LabelBytes add(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    /** A number in two bytes, the lower one first. */
    public LabelBytes two(int number) {
        return add(number & 0xFF, number >> 8 & 0xFF);
    }

    /** How many bytes there are so far. */
    public int size() {
        return bytes.size();
    }

    /** Everything so far. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
