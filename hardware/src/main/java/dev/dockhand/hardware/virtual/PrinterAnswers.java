package dev.dockhand.hardware.virtual;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What printers of each language answer (field manuals named at the status classes of the printer package). */
final class PrinterAnswers {
    private static final int ESC = 0x1B;
    private static final int DLE = 0x10;
    private static final int EOT = 4;
    private static final int GS = 0x1D;

    private PrinterAnswers() {}

    /** The answer to a command that is a question; empty for any other command. */
    static Optional<byte[]> to(String language, byte[] command, String text, Firmware.State now) {
        return switch (language) {
            case "tspl" -> command[0] == ESC && text.endsWith("!?") ? Optional.of(bytes(tspl(now))) : Optional.empty();
            case "slcs" -> text.equals("^cp") ? Optional.of(slcs(now)) : Optional.empty();
            case "epl" -> text.equals("^ee") ? Optional.of(epl(now)) : Optional.empty();
            case "escpos" ->
                command[0] == DLE && command[1] == EOT ? Optional.of(bytes(escPos(command[2], now))) : Optional.empty();
            default -> throw new IllegalArgumentException("no virtual printer speaks " + language);
        };
    }

    /** True for a question that is answered when everything before it is printed. */
    static boolean waitsItsTurn(String language, byte[] command) {
        return language.equals("escpos") && command[0] == GS && command[1] == 'r';
    }

    /** True for the command that ends a label. */
    static boolean prints(String language, byte[] command, String text) {
        return switch (language) {
            case "tspl" -> text.startsWith("PRINT ");
            case "escpos" -> command[0] == GS && command[1] == 'V';
            default -> text.matches("P[0-9]+");
        };
    }

    private static int bit(boolean up, int value) {
        return up ? value : 0;
    }

    private static int tspl(Firmware.State now) {
        return bit(now.headOpen(), 1)
                | bit(now.paperOut(), 4)
                | bit(now.ribbonOut(), 8)
                | bit(now.paused(), 0x10)
                | bit(now.printing(), 0x20);
    }

    private static byte[] slcs(Firmware.State now) {
        return bytes(
                bit(now.paperOut(), 0x80) | bit(now.headOpen(), 0x40) | bit(now.ribbonOut(), 4),
                bit(now.printing(), 0x40));
    }

    private static byte[] epl(Firmware.State now) {
        List<String> codes = new ArrayList<>();
        if (now.paperOut() || now.ribbonOut()) {
            codes.add("07");
        }
        if (now.headOpen()) {
            codes.add("11");
        }
        if (now.paused()) {
            codes.add("12");
        }
        return ((codes.isEmpty() ? "00" : String.join(",", codes)) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static int escPos(int question, Firmware.State now) {
        return 0x12
                | switch (question) {
                    case 1 -> bit(now.broken(), 8);
                    case 2 -> bit(now.headOpen(), 4) | bit(now.paperOut(), 0x20) | bit(now.ribbonOut(), 0x40);
                    case 4 -> bit(now.paperOut(), 0x60);
                    default -> 0;
                };
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
