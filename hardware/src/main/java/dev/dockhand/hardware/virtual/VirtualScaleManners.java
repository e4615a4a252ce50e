package dev.dockhand.hardware.virtual;

import static dev.dockhand.hardware.virtual.VirtualScaleLines.bytes;

import dev.dockhand.hardware.virtual.VirtualScaleLines.Act;
import dev.dockhand.hardware.virtual.VirtualScaleLines.Manner;
import dev.dockhand.hardware.virtual.VirtualScalePan.Look;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the scales of each protocol write what they see, after the manuals that the profiles name, and not after the profiles. */
final class VirtualScaleManners {

    private static final Map<String, Act> NCI = Map.of("W\r", Act.WEIGH, "Z\r", Act.ZERO, "T\r", Act.TARE);

    private VirtualScaleManners() {}

    static Optional<Manner> of(String profileId) {
        return Optional.ofNullable(
                switch (profileId) {
                    case "nci" -> asked(NCI, VirtualScaleManners::nci);
                    case "scp-12" -> asked(NCI, look -> scp12(look, 0));
                    case "scp-12-inverted" -> asked(NCI, look -> scp12(look, 0x0F), 0x0F);
                    case "adam" -> adam();
                    case "adam-az" ->
                        new Manner(
                                Map.of("P\r\n", Act.WEIGH),
                                look -> plain(look),
                                look -> bytes(""),
                                look -> bytes(""),
                                false);
                    case "cas-22" -> Manner.stream(VirtualScaleManners::cas22);
                    case "cas-10" -> Manner.stream(look -> bytes(kilograms(look, 8, 3), "\r\n"));
                    case "cas-enq" ->
                        new Manner(
                                Map.of("\u0005", Act.READY, "\u0011", Act.WEIGH),
                                VirtualScaleManners::casEnq,
                                look -> bytes("\u0006"),
                                look -> bytes("\u0015"),
                                false);
                    case "and" ->
                        new Manner(
                                        Map.of("Q\r\n", Act.WEIGH, "Z\r\n", Act.ZERO, "T\r\n", Act.TARE),
                                        VirtualScaleManners::and,
                                        look -> bytes(""),
                                        look -> bytes(""),
                                        false)
                                .answering(bytes("\u0006\r\n"), bytes("EC,E11\r\n"));
                    case "ohaus" ->
                        new Manner(
                                Map.of("P\r\n", Act.WEIGH, "Z\r\n", Act.ZERO, "T\r\n", Act.TARE),
                                VirtualScaleManners::ohaus,
                                look -> bytes(""),
                                look -> bytes(""),
                                false);
                    case "dini" ->
                        new Manner(
                                        Map.of(
                                                "READ\r\n",
                                                Act.WEIGH,
                                                "ZERO\r\n",
                                                Act.ZERO,
                                                "TARE\r\n",
                                                Act.TARE,
                                                "CLEAR\r\n",
                                                Act.CLEAR),
                                        VirtualScaleManners::dini,
                                        look -> bytes(""),
                                        look -> bytes(""),
                                        false)
                                .answering(bytes("OK\r\n"), bytes("ERR04\r\n"));
                    case "hid-scale" ->
                        new Manner(
                                Map.of("\u0002\u0002", Act.ZERO),
                                VirtualScaleManners::hid,
                                look -> bytes(""),
                                look -> bytes(""),
                                true);
                    default -> null;
                });
    }

    private static Manner asked(Map<String, Act> commands, Function<Look, byte[]> weight) {
        return asked(commands, weight, 0);
    }

    private static Manner asked(Map<String, Act> commands, Function<Look, byte[]> weight, int upsideDown) {
        Function<Look, byte[]> status = look -> bytes("\n", nciStatus(look, upsideDown), "\r\u0003");
        return new Manner(commands, weight, status, status, false);
    }

    private static String nciStatus(Look look, int upsideDown) {
        int first = (look.moves() ? 1 : 0) | (look.gross().signum() == 0 ? 2 : 0);
        int second = (look.under() ? 1 : 0) | (look.over() ? 2 : 0);
        return "" + (char) (0x30 | first ^ upsideDown) + (char) (0x30 | second ^ upsideDown);
    }

    /** Without a weight when it moves or is out of capacity. */
    private static byte[] nci(Look look) {
        String status = nciStatus(look, 0);
        return look.moves() || look.over() || look.under()
                ? bytes("\n", status, "\r\u0003")
                : bytes("\n", kilograms(look, 7, 3), "KG\r\n", status, "\r\u0003");
    }

    private static byte[] scp12(Look look, int upsideDown) {
        String sign = look.shown().signum() < 0 ? "-" : " ";
        return bytes("\n", sign, kilograms(look.shown().abs(), 6, 3), "KG\r", nciStatus(look, upsideDown), "\u0003");
    }

    private static Manner adam() {
        Function<Look, byte[]> status = look -> bytes("\n", adamStatus(look), "\r\u0003");
        return new Manner(NCI, VirtualScaleManners::adam, status, status, false);
    }

    private static String adamStatus(Look look) {
        char second = (char) (0x70 | (look.under() ? 1 : 0) | (look.over() ? 2 : 0));
        return nciStatus(look, 0).substring(0, 1) + second + (char) (0x31 | (look.net() ? 4 : 0));
    }

    private static byte[] adam(Look look) {
        String sign = look.shown().signum() < 0 ? "-" : " ";
        String weight = look.over()
                ? "^^^^^^"
                : look.under() ? "______" : sign + kilograms(look.shown().abs(), 8, 3);
        return bytes("\n", weight, "kg\r\n", adamStatus(look), "\r\u0003");
    }

    private static byte[] plain(Look look) {
        return bytes(kilograms(look.shown(), 8, 3), "kg\r\n");
    }

    private static byte[] cas22(Look look) {
        String state = look.over() ? "OL" : look.moves() ? "US" : "ST";
        int lamps = 0x80
                | (look.moves() ? 0 : 0x40)
                | (look.net() ? 0x02 : 0x04)
                | (look.gross().signum() == 0 ? 0x01 : 0);
        return bytes(
                state,
                look.net() ? ",NT," : ",GS,",
                "1",
                Character.toString((char) lamps),
                ",",
                String.format(Locale.ROOT, "%08.3f", look.shown().movePointLeft(3)),
                " kg\r\n");
    }

    private static byte[] casEnq(Look look) {
        String sign = look.over() ? "F" : look.shown().signum() < 0 ? "-" : " ";
        BigDecimal shown = look.over() ? BigDecimal.ZERO : look.shown().abs();
        String number = String.format(Locale.ROOT, "%06.3f", shown.movePointLeft(3));
        String body = (look.moves() ? "U" : "S") + sign + number + "kg";
        int check = body.chars().reduce(0, (a, b) -> a ^ b);
        return bytes("\u0001\u0002", body, Character.toString((char) check), "\u0003\u0004");
    }

    private static byte[] and(Look look) {
        if (look.over() || look.under()) {
            return bytes(look.over() ? "OL,+9999999E+19\r\n" : "OL,-9999999E+19\r\n");
        }
        String sign = look.shown().signum() < 0 ? "-" : "+";
        String number = String.format(Locale.ROOT, "%08.3f", look.shown().abs().movePointLeft(3));
        return bytes(look.moves() ? "US," : "ST,", sign, number, " kg\r\n");
    }

    private static byte[] ohaus(Look look) {
        if (look.over() || look.under()) {
            return bytes(look.over() ? "Err 8.3\r\n" : "Err 8.4\r\n");
        }
        String sign = look.shown().signum() < 0 ? "-" : " ";
        return bytes(
                sign,
                "  ",
                kilograms(look.shown().abs(), 7, 3),
                " kg ",
                look.moves() ? "?" : " ",
                " ",
                look.net() ? "NET" : "B/G",
                "\r\n");
    }

    private static byte[] dini(Look look) {
        String state = look.over() ? "OL" : look.under() ? "UL" : look.moves() ? "US" : "ST";
        return bytes(state, look.net() ? ",NT," : ",GS,", kilograms(look, 8, 3), ",kg\r\n");
    }

    private static byte[] hid(Look look) {
        int status = look.over()
                ? 6
                : look.under() ? 5 : look.moves() ? 3 : look.shown().signum() == 0 ? 2 : 4;
        int grams = look.over()
                ? 0
                : look.shown().abs().setScale(0, RoundingMode.HALF_UP).intValue();
        return new byte[] {3, (byte) status, 2, 0, (byte) grams, (byte) (grams >> 8)};
    }

    private static String kilograms(Look look, int width, int decimals) {
        return kilograms(look.shown(), width, decimals);
    }

    private static String kilograms(BigDecimal grams, int width, int decimals) {
        return String.format(Locale.ROOT, "%" + width + "." + decimals + "f", grams.movePointLeft(3));
    }
}
