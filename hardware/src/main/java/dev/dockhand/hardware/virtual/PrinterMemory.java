package dev.dockhand.hardware.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The receive buffer of a ZPL printer: takes bytes one by one, carries out {@code ~} commands at once, and keeps whole
 * formats ({@code ^XA} to {@code ^XZ}) in the order they came.
 */
final class PrinterMemory {
    private static final int NAME_LENGTH = 2;

    private final Deque<byte[]> formats = new ArrayDeque<>();
    private final ByteArrayOutputStream format = new ByteArrayOutputStream();
    private final StringBuilder name = new StringBuilder();
    private final Consumer<String> immediate;
    private boolean inFormat;
    private char prefix;

    /**
     * An empty memory.
     *
     * @param immediate carries out a {@code ~} command, given its two letters
     */
    PrinterMemory(Consumer<String> immediate) {
        this.immediate = immediate;
    }

    void accept(byte b) {
        if (b == '^' || b == '~') {
            prefix = (char) b;
            name.setLength(0);
            keep(b);
        } else if (prefix != 0) {
            keep(b);
            name.append((char) (b & 0xFF));
            if (name.length() == NAME_LENGTH) {
                command(prefix, name.toString().toUpperCase(Locale.ROOT));
                prefix = 0;
            }
        } else {
            keep(b);
        }
    }

    private void keep(byte b) {
        if (inFormat) {
            format.write(b);
        }
    }

    private void command(char kind, String letters) {
        if (kind == '~') {
            immediate.accept(letters);
        } else if (letters.equals("XA")) {
            // a new start within a format begins it afresh
            cancelPartial();
            inFormat = true;
            format.writeBytes("^XA".getBytes(StandardCharsets.US_ASCII));
        } else if (letters.equals("XZ") && inFormat) {
            formats.add(format.toByteArray());
            cancelPartial();
        }
    }

    boolean partial() {
        return inFormat;
    }

    int waiting() {
        return formats.size();
    }

    /** Takes the oldest whole format; null when there is none. */
    byte @org.jspecify.annotations.Nullable [] next() {
        return formats.poll();
    }

    void cancelPartial() {
        format.reset();
        inFormat = false;
    }

    void clear() {
        formats.clear();
        cancelPartial();
        prefix = 0;
    }
}
