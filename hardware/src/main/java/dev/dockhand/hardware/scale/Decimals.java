package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads the numbers of frames: digits with at most one point, and nothing else. */
final class Decimals {

    private static final int MAX_CHARACTERS = 16;

    private Decimals() {}

    static Optional<BigDecimal> unsigned(String text) {
        int points = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return Optional.empty();
            }
        }
        return digits > 0 && points <= 1 && text.length() <= MAX_CHARACTERS
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    static Optional<BigDecimal> signed(String text) {
        if (text.startsWith("-")) {
            return unsigned(text.substring(1)).map(BigDecimal::negate);
        }
        return unsigned(text.startsWith("+") ? text.substring(1) : text);
    }
}
