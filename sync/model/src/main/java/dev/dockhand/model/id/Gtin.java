package dev.dockhand.model.id;

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
     * Reads EAN-8, UPC-E, UPC-A, EAN-13 or GTIN-14. Eight digits are an EAN-8 where their check digit says so, else a UPC-E
     * where its own does.
     *
     * @param text 8, 12, 13 or 14 digits
     * @return empty when the length or the check digit is wrong
     */
    public static Optional<Gtin> read(String text) {
        boolean length = isShaped(text);
        return length && CheckDigit.isRight(text)
                ? Optional.of(new Gtin("0".repeat(14 - text.length()) + text))
                : upcE(text);
    }

    /**
     * Reads what is left of a number whose leading zeros a spreadsheet took: UPC-A with nine to eleven digits, EAN-8 with
     * seven. So few digits may also be a number of somebody's own, so the caller decides whether to believe it.
     *
     * @return empty when it is none
     */
    public static Optional<Gtin> withZerosBack(String text) {
        return text.matches("[1-9][0-9]{6}|[1-9][0-9]{8,10}") && CheckDigit.isRight(text)
                ? Optional.of(new Gtin("0".repeat(14 - text.length()) + text))
                : Optional.empty();
    }

    /** Whether a text is digits only, and as many as a GTIN has. */
    public static boolean isShaped(String text) {
        return (text.length() == 8 || text.length() >= 12 && text.length() <= 14)
                && CheckDigit.allDigits(text, 0, text.length());
    }

    /**
     * Reads a UPC-E: the zeros that the symbol leaves out come back by its last digit before the check digit (GS1 General
     * Specifications 5.2.2.4).
     *
     * @param text 8 digits: the number system 0 or 1, six digits, and the check digit of the UPC-A
     * @return empty when it is none
     */
    public static Optional<Gtin> upcE(String text) {
        if (text.length() != 8 || !CheckDigit.allDigits(text, 0, 8) || text.charAt(0) > '1') {
            return Optional.empty();
        }
        String six = text.substring(1, 7);
        char last = six.charAt(5);
        String company = switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
        String upcA = text.charAt(0) + company + text.charAt(7);
        return CheckDigit.isRight(upcA) ? Optional.of(new Gtin("00" + upcA)) : Optional.empty();
    }

    /**
     * Whether the number means something inside one shop only: EAN-13 from 20 to 29 and 02, UPC-A and EAN-8 from 2. A scale
     * of a shop writes a weight or a price into such a number, so it names no item unless the item carries exactly it.
     */
    public boolean isInStore() {
        return digits.startsWith("02") || digits.startsWith("002") || digits.startsWith("0000002");
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
