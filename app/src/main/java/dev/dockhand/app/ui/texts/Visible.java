package dev.dockhand.app.ui.texts;

/** Makes characters visible that no font draws: control characters by their names, all others by their numbers. */
public final class Visible {

    private static final String[] NAMES = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE",
        "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"
    };
    private static final int DEL = 0x7F;

    private Visible() {}

    /** A text with every character to be seen. */
    public static String text(String raw) {
        if (raw.codePoints().allMatch(Visible::isSeen)) {
            return raw;
        }
        StringBuilder seen = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> seen.append(character(c)));
        return seen.toString();
    }

    /** Bytes of a device: printable ASCII as it is, everything else in angle brackets. */
    public static String bytes(byte[] bytes, int length) {
        StringBuilder seen = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int value = bytes[i] & 0xFF;
            seen.append(value > DEL ? "<%02X>".formatted(value) : character(value));
        }
        return seen.toString();
    }

    private static String character(int c) {
        if (isSeen(c)) {
            return Character.toString(c);
        }
        if (c < NAMES.length) {
            return "<" + NAMES[c] + ">";
        }
        return c == DEL ? "<DEL>" : "<U+%04X>".formatted(c);
    }

    private static boolean isSeen(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }
}
