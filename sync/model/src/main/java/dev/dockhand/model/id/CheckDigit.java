package dev.dockhand.model.id;

/**
 * The modulo-10 check digit of GTIN, SSCC, GLN and the other numeric GS1 keys: weights 3, 1, 3, ... from the right, the
 * check digit brings the sum to a multiple of ten (GS1 General Specifications 7.9).
 */
public final class CheckDigit {

    private CheckDigit() {}

    /**
     * The check digit that belongs behind the digits.
     *
     * @param digits a key without its check digit
     * @throws IllegalArgumentException when something else than the digits 0 to 9 is in it
     */
    public static char of(CharSequence digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (!isDigit(digits.charAt(i))) {
                throw new IllegalArgumentException("a check digit is made of digits only");
            }
        }
        return (char) ('0' + (10 - sum(digits, 0, digits.length(), 3)) % 10);
    }

    /**
     * Tells whether the last digit is the check digit of those before it.
     *
     * @param digits a key with its check digit
     */
    public static boolean isRight(CharSequence digits) {
        return digits.length() > 1 && isRight(digits, 0, digits.length());
    }

    /** Tells whether the last digit of a part of a text is the check digit of those before it. */
    public static boolean isRight(CharSequence text, int from, int to) {
        return allDigits(text, from, to) && sum(text, from, to, 1) == 0;
    }

    /** Tells whether a part of a text is nothing but the digits 0 to 9. */
    public static boolean allDigits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether it is one of the digits 0 to 9. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int sum(CharSequence text, int from, int to, int lastWeight) {
        int weight = lastWeight;
        int sum = 0;
        for (int i = to - 1; i >= from; i--) {
            sum += (text.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return sum % 10;
    }
}
