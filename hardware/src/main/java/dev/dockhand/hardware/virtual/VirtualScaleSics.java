package dev.dockhand.hardware.virtual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** The scale's side of MT-SICS levels 0 and 1: lines in, lines out. */
final class VirtualScaleSics implements VirtualScale.Tongue {

    private static final int MAX_LINE = 64;
    private static final String IDENTITY = "I4 A \"B021002593\"";

    private final VirtualScalePan pan;
    private final StringBuilder line = new StringBuilder();
    private boolean repeating;

    VirtualScaleSics(VirtualScalePan pan) {
        this.pan = pan;
    }

    @Override
    public byte[] hear(byte b) {
        if (b != '\n') {
            if (line.length() < MAX_LINE && b != '\r') {
                line.append((char) (b & 0x7F));
            }
            return new byte[0];
        }
        String command = line.toString();
        line.setLength(0);
        return command.isEmpty() ? new byte[0] : line(answer(command.split(" +")));
    }

    @Override
    public byte[] unasked() {
        return repeating ? line(now()) : new byte[0];
    }

    private String answer(String[] words) {
        repeating = false;
        return switch (words[0]) {
            case "S" -> stable();
            case "SI" -> now();
            case "SIR" -> {
                repeating = true;
                yield now();
            }
            case "Z" -> zero();
            case "T" -> tare();
            case "TA" ->
                words.length == 3
                        ? presetTare(words[1], words[2])
                        : "TA A" + value(pan.look().tare());
            case "TAC" -> {
                pan.setTare(BigDecimal.ZERO);
                yield "TAC A";
            }
            case "@", "I4" -> IDENTITY;
            case "I1" -> "I1 A \"01\" \"2.30\" \"2.22\" \"\" \"\"";
            case "I2" -> "I2 A \"Virtual scale 30 kg\"";
            case "I3" -> "I3 A \"1.00\"";
            default -> "ES";
        };
    }

    /** S waits on a real scale until the weight rests, and gives up after its time-out; here it gives up at once. */
    private String stable() {
        String now = now();
        return now.startsWith("S D") ? "S I" : now;
    }

    private String now() {
        VirtualScalePan.Look look = pan.look();
        if (look.over()) {
            return "S +";
        }
        if (look.under()) {
            return "S -";
        }
        return (look.moves() ? "S D" : "S S") + value(look.shown());
    }

    private String zero() {
        if (pan.look().moves()) {
            return "Z I";
        }
        boolean below = pan.look().under();
        return pan.setZero() ? "Z A" : below ? "Z -" : "Z +";
    }

    private String tare() {
        VirtualScalePan.Look look = pan.look();
        if (look.moves()) {
            return "T I";
        }
        if (look.over() || look.under()) {
            return look.over() ? "T +" : "T -";
        }
        pan.setTare(look.gross());
        return "T S" + value(look.gross());
    }

    private String presetTare(String number, String unit) {
        try {
            BigDecimal grams = new BigDecimal(number);
            if (!unit.equals("g") || grams.signum() < 0) {
                return "TA L";
            }
            pan.setTare(grams);
            return "TA A" + value(grams);
        } catch (NumberFormatException e) {
            return "ES";
        }
    }

    private static String value(BigDecimal grams) {
        return " %10s g".formatted(grams.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
