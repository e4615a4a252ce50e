package dev.dockhand.hardware.gs1;

/** Check characters over letters and digits. */
final class CheckPair {

    private static final String VALUES =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String CHECK_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int MODULUS = 1021;

    private CheckPair() {}

    /**
     * The pair that ends a Global Model Number: each character's value times the n-th prime from the right, modulo 1021,
     * written as two characters of five bits each (GS1 General Specifications 7.9.5).
     */
    static boolean isRight(CharSequence text, int from, int to) {
        if (to - from < 2) {
            return false;
        }
        int sum = 0;
        int prime = 1;
        for (int i = to - 3; i >= from; i--) {
            prime = nextPrime(prime);
            sum += VALUES.indexOf(text.charAt(i)) * prime;
        }
        sum %= MODULUS;
        return text.charAt(to - 2) == CHECK_CHARACTERS.charAt(sum >> 5)
                && text.charAt(to - 1) == CHECK_CHARACTERS.charAt(sum & 31);
    }

    /** ISO 13616: the first four characters moved to the end, letters as 10 to 35, give 1 modulo 97. */
    static boolean isIban(CharSequence iban) {
        int rest = 0;
        for (int i = 0; i < iban.length(); i++) {
            char c = iban.charAt((i + 4) % iban.length());
            int value = c >= 'a' && c <= 'z' ? -1 : Character.digit(c, 36);
            if (value < 0) {
                return false;
            }
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }
        return rest == 1;
    }

    private static int nextPrime(int after) {
        int candidate = after + 1;
        while (!isPrime(candidate)) {
            candidate++;
        }
        return candidate;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
