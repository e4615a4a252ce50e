package dev.dockhand.hardware.gs1;

import java.util.Optional;

/**
 * A Global Trade Item Number, kept as 14 digits whatever form it was scanned in, so that GTIN-8, -12, -13 and -14 of one
 * item are equal.
 *
 * @param digits 14 digits, the last one a right check digit
 */
public record Gtin(String digits) {

    /** Checks the number. */
    public Gtin {
        if (digits.length() != 14 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("a GTIN is 14 digits with a right check digit");
        }
    }

    /**
     * Reads EAN-8, UPC-A, EAN-13 or GTIN-14.
     *
     * @param text 8, 12, 13 or 14 digits
     * @return empty when the length or the check digit is wrong
     */
    public static Optional<Gtin> read(String text) {
        boolean length = text.length() == 8 || (text.length() >= 12 && text.length() <= 14);
        return length && CheckDigit.isRight(text)
                ? Optional.of(new Gtin("0".repeat(14 - text.length()) + text))
                : Optional.empty();
    }

    /** The shortest usual form: 8, 12, 13 or 14 digits. */
    public String shortest() {
        if (digits.startsWith("000000")) {
            return digits.substring(6);
        }
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    @Override
    public String toString() {
        return digits;
    }
}
