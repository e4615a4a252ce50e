package dev.dockhand.hardware.label;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One command of a ZPL stream.
 *
 * @param prefix {@code ^} or {@code ~}
 * @param name the two characters behind it, upper case
 * @param parameters what follows up to the next command, one character a byte, without line ends
 */
public record ZplCommand(char prefix, String name, String parameters) {
    private static final int NAME_LENGTH = 2;

    /** Splits a stream into its commands; what stands before the first one is left out. */
    public static List<ZplCommand> read(byte[] zpl) {
        String text = new String(zpl, StandardCharsets.ISO_8859_1);
        List<ZplCommand> commands = new ArrayList<>();
        int start = next(text, 0);
        while (start < text.length()) {
            int end = next(text, start + 1);
            int nameEnd = Math.min(end, start + 1 + NAME_LENGTH);
            commands.add(new ZplCommand(
                    text.charAt(start),
                    text.substring(start + 1, nameEnd).toUpperCase(java.util.Locale.ROOT),
                    text.substring(nameEnd, end).replace("\r", "").replace("\n", "")));
            start = end;
        }
        return commands;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '^' && text.charAt(at) != '~') {
            at++;
        }
        return at;
    }

    /** The parameter at a place, or the given one where it is left out or no number. */
    int number(int index, int usual) {
        String text = part(index);
        return text.matches("-?[0-9]{1,6}") ? Integer.parseInt(text) : usual;
    }

    /** The parameter at a place; empty where it is left out. */
    String part(int index) {
        String[] parts = parameters.split(",", -1);
        return index < parts.length ? parts[index].strip() : "";
    }
}
