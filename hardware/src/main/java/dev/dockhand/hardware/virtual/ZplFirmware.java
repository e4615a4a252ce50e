package dev.dockhand.hardware.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The receive buffer of a ZPL printer: takes bytes one by one, carries out {@code ~} commands at once, and keeps whole
 * formats ({@code ^XA} to {@code ^XZ}) in the order they came.
 */
final class ZplFirmware implements Firmware {
    /** How many formats it holds before it says that it is full. */
    static final int MOST_FORMATS = 50;

    private static final int NAME_LENGTH = 2;

    private final Deque<byte[]> formats = new ArrayDeque<>();
    private final ByteArrayOutputStream format = new ByteArrayOutputStream();
    private final StringBuilder name = new StringBuilder();
    private final Panel panel;
    private boolean inFormat;
    private char prefix;

    ZplFirmware(Panel panel) {
        this.panel = panel;
    }

    @Override
    public void accept(byte b) {
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
            immediate(letters);
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

    private void immediate(String letters) {
        switch (letters) {
            case "HS" -> hostStatus(panel.state());
            case "JA" -> {
                clear();
                panel.dropCurrent();
            }
            case "JX" -> cancelPartial();
            case "PP" -> panel.pause(true);
            case "PS" -> panel.pause(false);
            default -> {
                // a command that changes nothing that can be seen here
            }
        }
    }

    /** Frames as in the ZPL II Programming Guide under {@code ~HS}. */
    private void hostStatus(State now) {
        if (now.silent()) {
            return;
        }
        frame("030,%d,%d,%04d,%03d,%d,0,%d,000,0,0,0"
                .formatted(
                        flag(now.paperOut()),
                        flag(now.paused()),
                        now.labelLength(),
                        waiting(),
                        flag(waiting() >= MOST_FORMATS),
                        flag(partial())));
        frame("000,0,%d,%d,1,2,4,0,%08d,1,000"
                .formatted(flag(now.headOpen()), flag(now.ribbonOut()), now.printing() ? now.copiesLeft() : 0));
        frame("1234,0");
    }

    private static int flag(boolean up) {
        return up ? 1 : 0;
    }

    private void frame(String text) {
        panel.reply(("\u0002" + text + "\u0003\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean partial() {
        return inFormat;
    }

    @Override
    public int waiting() {
        return formats.size();
    }

    @Override
    public byte @Nullable [] next() {
        return formats.poll();
    }

    private void cancelPartial() {
        format.reset();
        inFormat = false;
    }

    @Override
    public void clear() {
        formats.clear();
        cancelPartial();
        prefix = 0;
    }
}
