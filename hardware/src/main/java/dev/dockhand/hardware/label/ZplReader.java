package dev.dockhand.hardware.label;

import dev.dockhand.hardware.label.TextStyle.Align;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the commands of one ZPL label, one after the other. */
final class ZplReader {
    private static final List<String> SETTINGS = List.of("CI", "LH", "LS", "LT", "FW", "PO", "LR", "PW", "LL", "PQ");
    private static final ZplCommand NONE = new ZplCommand('^', "", "");

    private final List<Mark> marks = new ArrayList<>();
    private int x;
    private int y;
    private int module = 2;
    private ZplCommand font = new ZplCommand('^', "A0", "N,20,20");
    private ZplCommand block = NONE;
    private ZplCommand code = NONE;
    private boolean hexadecimal;
    private String data = "";

    private ZplReader() {}

    static Sheet read(List<ZplCommand> commands, Dpi dpi) throws LabelException {
        int first = indexOf(commands, "XA", 0);
        int last = indexOf(commands, "XZ", first);
        if (first < 0 || last < 0) {
            throw new LabelException("", "the bytes hold no whole label");
        }
        List<ZplCommand> label = commands.subList(first + 1, last);
        ZplReader reader = new ZplReader();
        for (ZplCommand command : label) {
            reader.run(command);
        }
        return new Sheet(size(label, "PW"), size(label, "LL"), dpi, reader.marks);
    }

    /** The commands of a stream that this reader leaves aside, each once. */
    static List<String> unknown(byte[] zpl) {
        List<String> known = new ArrayList<>(SETTINGS);
        known.addAll(List.of("XA", "XZ", "FO", "A0", "FB", "BY", "BC", "BE", "BQ", "BX", "FH", "FD", "GB", "GF", "FS"));
        return ZplCommand.read(zpl).stream()
                .filter(command -> !known.contains(command.name()))
                .map(command -> command.prefix() + command.name())
                .distinct()
                .toList();
    }

    private static int size(List<ZplCommand> label, String name) throws LabelException {
        int at = indexOf(label, name, 0);
        int size = at < 0 ? 0 : label.get(at).number(0, 0);
        if (size < 1) {
            throw new LabelException("", "the label has no usable ^" + name);
        }
        return size;
    }

    private static int indexOf(List<ZplCommand> commands, String name, int from) {
        for (int i = Math.max(0, from); i < commands.size(); i++) {
            if (commands.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void run(ZplCommand command) throws LabelException {
        switch (command.name()) {
            case "FO" -> {
                x = command.number(0, 0);
                y = command.number(1, 0);
            }
            case "A0" -> font = command;
            case "FB" -> block = command;
            case "BY" -> module = command.number(0, module);
            case "BC", "BE", "BQ", "BX" -> code = command;
            case "FH" -> hexadecimal = true;
            case "FD" -> data = hexadecimal ? decode(command.parameters()) : command.parameters();
            case "GB" -> box(command);
            case "GF" -> marks.add(new Mark.Dots(x, y, new Picture(GraphicField.decode(command.parameters()))));
            case "FS" -> end();
            default -> {
                // a setting, or a command of others
            }
        }
    }

    private void end() throws LabelException {
        if (!data.isEmpty()) {
            marks.add(
                    switch (code.name()) {
                        case "BC" -> new Mark.Bars(x, y, values(data), module, code.number(1, 10));
                        case "BE" -> new Mark.Ean(x, y, data, module, code.number(1, 10));
                        case "BQ" -> new Mark.Qr(x, y + ZplLanguage.QR_SHIFT, qr(data), code.number(2, 2));
                        case "BX" -> new Mark.Matrix(x, y, data.replace("__", "_"), code.number(1, 2));
                        default -> new Mark.Letters(x, y, block.number(0, 0), font.number(1, 20), align(), data);
                    });
        }
        data = "";
        hexadecimal = false;
        code = NONE;
        block = NONE;
    }

    private Align align() {
        return switch (block.part(3)) {
            case "C" -> Align.CENTER;
            case "R" -> Align.RIGHT;
            default -> Align.LEFT;
        };
    }

    private static String qr(String data) throws LabelException {
        if (!data.startsWith("MA,")) {
            throw new LabelException("", "a QR field begins with MA,");
        }
        return data.substring(3);
    }

    private static String decode(String escaped) throws LabelException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '_' && i + 2 < escaped.length()) {
                int value =
                        Character.digit(escaped.charAt(i + 1), 16) * 16 + Character.digit(escaped.charAt(i + 2), 16);
                if (value < 0) {
                    throw new LabelException("", "a field has an escape that is not hexadecimal");
                }
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void box(ZplCommand command) {
        int thick = command.number(2, 1);
        int width = Math.max(thick, command.number(0, thick));
        int height = Math.max(thick, command.number(1, thick));
        marks.add(
                thick >= Math.min(width, height)
                        ? new Mark.Bar(x, y, width, height)
                        : new Mark.Frame(x, y, width, height, thick));
    }

    /** Reads the notation of {@code ^BC} in mode N. */
    static List<Integer> values(String data) throws LabelException {
        List<Integer> values = new ArrayList<>();
        boolean inC = false;
        int at = 0;
        while (at < data.length()) {
            char c = data.charAt(at);
            char next = at + 1 < data.length() ? data.charAt(at + 1) : ' ';
            if (c == '>') {
                int value = invoked(next);
                values.add(value);
                inC = value == Code128.START_C || value == Code128.TO_C || (inC && value == Code128.VALUE_FNC1);
                at += 2;
            } else if (inC && Character.isDigit(c) && Character.isDigit(next)) {
                values.add((c - '0') * 10 + next - '0');
                at += 2;
            } else if (!inC && c >= ' ' && c < 0x7F) {
                values.add(c - ' ');
                at++;
            } else {
                throw new LabelException("", "a Code 128 field holds what its subset cannot");
            }
        }
        if (values.isEmpty() || values.getFirst() < Code128.START_A) {
            throw new LabelException("", "a Code 128 field begins with a start character");
        }
        return values;
    }

    private static int invoked(char next) throws LabelException {
        return switch (next) {
            case ':' -> Code128.START_B;
            case ';' -> Code128.START_C;
            case '8' -> Code128.VALUE_FNC1;
            case '6' -> Code128.TO_B;
            case '5' -> Code128.TO_C;
            case '0' -> '>' - ' ';
            case '<' -> '^' - ' ';
            case '=' -> '~' - ' ';
            default -> throw new LabelException("", "a Code 128 field invokes '%c'".formatted(next));
        };
    }
}
