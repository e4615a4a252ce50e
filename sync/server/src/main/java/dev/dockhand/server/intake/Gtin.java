package dev.dockhand.server.intake;

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

    /** As 14 digits with leading zeros. */
    static String padded(String gtin) {
        return "0".repeat(DIGITS - gtin.length()) + gtin;
    }
}
