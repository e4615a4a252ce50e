package dev.dockhand.hardware.virtual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The scale's side of Toledo 8217: single letters in, STX ... CR out. */
final class VirtualScaleToledo implements VirtualScale.Tongue {

    private static final int PRESET_DIGITS = 5;

    private final VirtualScalePan pan;
    private final BigDecimal gramsAUnit;
    private final String format;
    private final int decimals;
    private final int alwaysOne;
    private final StringBuilder preset = new StringBuilder();
    private boolean tareStarted;
    private boolean echo;

    private VirtualScaleToledo(VirtualScalePan pan, String gramsAUnit, String format, int decimals, int alwaysOne) {
        this.pan = pan;
        this.gramsAUnit = new BigDecimal(gramsAUnit);
        this.format = format;
        this.decimals = decimals;
        this.alwaysOne = alwaysOne;
    }

    static VirtualScaleToledo kilograms(VirtualScalePan pan) {
        return new VirtualScaleToledo(pan, "1000", "%06.3f", 3, 0x40);
    }

    static VirtualScaleToledo pounds(VirtualScalePan pan) {
        return new VirtualScaleToledo(pan, "453.59237", "%06.2f", 2, 0x40);
    }

    /** Bit 5 does not tell net there. */
    static VirtualScaleToledo benchPro(VirtualScalePan pan) {
        return new VirtualScaleToledo(pan, "1000", "%06.3f", 3, 0x60);
    }

    @Override
    public byte[] hear(byte b) {
        char c = (char) (b & 0x7F);
        if (echo && c != 'F') {
            return new byte[] {b};
        }
        if (tareStarted && c >= '0' && c <= '9') {
            preset.append(c);
            return preset.length() == PRESET_DIGITS ? presetTare() : new byte[0];
        }
        // A letter after T without digits means that T stood alone; its answer went out already.
        tareStarted = false;
        return switch (c) {
            case 'W' -> weight();
            case 'Z' -> zero();
            case 'T' -> tare();
            case 'C' -> clear();
            case 'A' -> frame("");
            case 'B' -> frame("@");
            case 'E' -> {
                echo = true;
                yield frame("E");
            }
            case 'F' -> {
                echo = false;
                yield new byte[0];
            }
            default -> new byte[0];
        };
    }

    @Override
    public byte[] unasked() {
        // The line went quiet behind a T, so it was no preset: now it is done.
        if (tareStarted && preset.isEmpty()) {
            tareStarted = false;
            return tareNow();
        }
        return new byte[0];
    }

    private byte[] weight() {
        VirtualScalePan.Look look = pan.look();
        if (look.moves() || look.over() || look.shown().signum() < 0) {
            return status(look, false);
        }
        BigDecimal value = look.shown().divide(gramsAUnit, decimals, RoundingMode.HALF_UP);
        return frame(String.format(Locale.ROOT, format, value) + (look.net() ? "N" : ""));
    }

    private byte[] zero() {
        VirtualScalePan.Look look = pan.look();
        boolean done = !look.moves() && pan.setZero();
        return status(pan.look(), !done && !look.moves());
    }

    private byte[] tare() {
        tareStarted = true;
        preset.setLength(0);
        return new byte[0];
    }

    private byte[] tareNow() {
        VirtualScalePan.Look look = pan.look();
        if (!look.moves() && !look.over() && look.gross().signum() > 0) {
            pan.setTare(look.gross());
        }
        return status(pan.look(), false);
    }

    private byte[] presetTare() {
        tareStarted = false;
        pan.setTare(new BigDecimal(preset.toString()).movePointLeft(decimals).multiply(gramsAUnit));
        return status(pan.look(), false);
    }

    private byte[] clear() {
        if (!pan.look().moves()) {
            pan.setTare(BigDecimal.ZERO);
        }
        return status(pan.look(), false);
    }

    private byte[] status(VirtualScalePan.Look look, boolean outsideZeroRange) {
        int status = alwaysOne
                | (look.moves() ? 0x01 : 0)
                | (look.over() ? 0x02 : 0)
                | (look.shown().signum() < 0 ? 0x04 : 0)
                | (outsideZeroRange ? 0x08 : 0)
                | (look.gross().signum() == 0 ? 0x10 : 0)
                | (look.net() ? 0x20 : 0);
        return frame("?" + (char) status);
    }

    private static byte[] frame(String body) {
        return ("\u0002" + body + "\r").getBytes(StandardCharsets.US_ASCII);
    }
}
