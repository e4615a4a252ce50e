package dev.dockhand.server.intake;

import java.util.Optional;

/** GTINs: 8, 12, 13 or 14 digits, the last one a check digit (GS1 General Specifications, 7.9). */
final class Gtin {

    private static final int DIGITS = 14;

    private Gtin() {}

    /** Whether a barcode looks like a GTIN: digits only, and as many as one has. */
    static boolean isShaped(String barcode) {
        return barcode.matches("[0-9]{8}|[0-9]{12,14}");
    }

    /** Whether the last digit is what the others say. From the right, digits count three times and once in turn. */
    static boolean hasRightCheckDigit(String gtin) {
        int sum = 0;
        for (int i = 0; i < gtin.length() - 1; i++) {
            int fromRight = gtin.length() - 1 - i;
            sum += (gtin.charAt(i) - '0') * (fromRight % 2 == 1 ? 3 : 1);
        }
        return (10 - sum % 10) % 10 == gtin.charAt(gtin.length() - 1) - '0';
    }

    /** Whether digits are a GTIN whose leading zeros were lost: UPC-A with eleven digits or fewer, EAN-8 with seven. */
    static boolean hasLostZeros(String digits) {
        return digits.matches("[1-9][0-9]{6}|[1-9][0-9]{8,10}") && hasRightCheckDigit(digits);
    }

    /** The UPC-A of eight digits in the short form UPC-E; empty when they are none. */
    static Optional<String> fromUpcE(String digits) {
        if (!digits.matches("[01][0-9]{7}")) {
            return Optional.empty();
        }
        String six = digits.substring(1, 7);
        char last = six.charAt(5);
        String body = switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
        String upc = digits.charAt(0) + body + digits.charAt(7);
        return hasRightCheckDigit(upc) ? Optional.of(upc) : Optional.empty();
    }

    /** As 14 digits with leading zeros. */
    static String padded(String gtin) {
        return "0".repeat(DIGITS - gtin.length()) + gtin;
    }
}
