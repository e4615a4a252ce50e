package dev.dockhand.hardware.gs1;

/** The characters that a field may hold (GS1 General Specifications 7.11). */
enum CharacterSet {
    /** The digits. */
    NUMERIC("0123456789", Gs1Reason.NOT_A_DIGIT),
    /** The 82 characters of ISO/IEC 646 that GS1 allows. */
    TEXT(
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
            Gs1Reason.WRONG_CHARACTER),
    /** The 39 characters of component and part identifiers. */
    PART("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", Gs1Reason.WRONG_CHARACTER),
    /** The characters of base64url; the padding at the end is checked apart. */
    BASE64("-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", Gs1Reason.WRONG_CHARACTER);

    private final Gs1Reason reason;
    private final long low;
    private final long high;

    CharacterSet(String members, Gs1Reason reason) {
        this.reason = reason;
        long below64 = 0;
        long from64 = 0;
        for (char c : members.toCharArray()) {
            if (c < 64) {
                below64 |= 1L << c;
            } else {
                from64 |= 1L << (c - 64);
            }
        }
        this.low = below64;
        this.high = from64;
    }

    static CharacterSet of(char letter) {
        return switch (letter) {
            case 'n' -> NUMERIC;
            case 'x' -> TEXT;
            case 'y' -> PART;
            case 'z' -> BASE64;
            default -> throw new IllegalArgumentException("no character set is called " + letter);
        };
    }

    Gs1Reason reason() {
        return reason;
    }

    boolean holds(char c) {
        return c < 128 && ((c < 64 ? low : high) >>> (c & 63) & 1) != 0;
    }

    /** Where the first character stands that does not belong here, or {@code to}. */
    int firstStranger(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && holds(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
