package dev.dockhand.hardware.label;

import java.util.ArrayList;
import java.util.List;

/**
 * Which symbol characters of Code 128 (ISO/IEC 15417) carry a text. Only subsets B and C are used; runs of digits go into
 * C. Planning it here, and not in the printer, makes the width known before a byte is sent.
 */
final class Code128 {
    /** Stands for the function character FNC1 in a text. */
    static final char FNC1 = '\u00f1';

    static final int VALUE_FNC1 = 102;
    static final int START_A = 103;
    static final int START_B = 104;
    static final int START_C = 105;
    static final int TO_B = 100;
    static final int TO_C = 99;
    private static final int MODULES_A_CHARACTER = 11;
    private static final int MODULES_STOP = 13;

    private Code128() {}

    /** The values from the start character to the last data character, without check and stop. */
    static List<Integer> plan(String text) {
        List<Integer> values = new ArrayList<>();
        int first = text.indexOf(FNC1) == 0 ? 1 : 0;
        int run = digits(text, first);
        boolean inC = run >= 4 || (run == 2 && first + run == text.length());
        values.add(inC ? START_C : START_B);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == FNC1) {
                values.add(VALUE_FNC1);
                at++;
            } else if (inC) {
                if (digits(text, at) >= 2) {
                    values.add((c - '0') * 10 + text.charAt(at + 1) - '0');
                    at += 2;
                } else {
                    values.add(TO_B);
                    inC = false;
                }
            } else {
                run = digits(text, at);
                boolean worth = run >= 6 || (run >= 4 && at + run == text.length());
                if (worth && run % 2 == 0) {
                    values.add(TO_C);
                    inC = true;
                } else {
                    values.add(c - ' ');
                    at++;
                }
            }
        }
        return values;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }

    /** How many modules wide the symbol is, from start to stop, without quiet zones. */
    static int modules(List<Integer> values) {
        return (values.size() + 1) * MODULES_A_CHARACTER + MODULES_STOP;
    }

    /** The check character of the values. */
    static int check(List<Integer> values) {
        long sum = values.getFirst();
        for (int i = 1; i < values.size(); i++) {
            sum += (long) i * values.get(i);
        }
        return (int) (sum % 103);
    }

    /**
     * The values in the notation of ZPL's {@code ^BC} in mode N: {@code >;} and {@code >:} start, {@code >8} is FNC1, and
     * the characters that ZPL itself uses have a notation of their own (ZPL II guide, "Code 128 invocation characters").
     */
    static String zpl(List<Integer> values) {
        StringBuilder text = new StringBuilder();
        boolean inC = false;
        for (int value : values) {
            switch (value) {
                case START_B -> text.append(">:");
                case START_C -> text.append(">;");
                case VALUE_FNC1 -> text.append(">8");
                case TO_B -> text.append(inC ? ">6" : "");
                case TO_C -> text.append(inC ? "99" : ">5");
                default -> text.append(inC ? "%02d".formatted(value) : inB((char) (value + ' ')));
            }
            inC = value == START_C || (value == TO_C && !inC) || (inC && value != TO_B);
        }
        return text.toString();
    }

    private static String inB(char c) {
        return switch (c) {
            case '>' -> ">0";
            case '^' -> "><";
            case '~' -> ">=";
            default -> String.valueOf(c);
        };
    }
}
