package dev.dockhand.hardware.scale;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The bytes of one frame exactly as they arrived, delimiters and parity bits included.
 *
 * @param latin1 one character a byte
 */
public record RawFrame(String latin1) {

    /** No bytes: nothing was said. */
    public static final RawFrame NOTHING = new RawFrame("");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Keeps a copy of the bytes. */
    public static RawFrame of(byte[] bytes) {
        return new RawFrame(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The bytes. */
    public byte[] bytes() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes as hexadecimal digits. */
    public String hex() {
        return HEX.formatHex(bytes());
    }

    /** The characters without their eighth bit. */
    String sevenBit() {
        StringBuilder text = new StringBuilder(latin1.length());
        for (int i = 0; i < latin1.length(); i++) {
            text.append((char) (latin1.charAt(i) & 0x7F));
        }
        return text.toString();
    }

    /** Readable and safe in a log: printable ASCII as it is, every other byte as {@code <1D>}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(latin1.length() + 8);
        for (byte b : bytes()) {
            if (b >= 0x20 && b < 0x7F && b != '<') {
                text.append((char) b);
            } else {
                text.append('<').append(HEX.toHexDigits(b)).append('>');
            }
        }
        return text.toString();
    }
}
