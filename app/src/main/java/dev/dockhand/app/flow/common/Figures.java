package dev.dockhand.app.flow.common;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/** Figures from a keypad. */
public final class Figures {

    private static final int MOST_DIGITS = 9;

    private Figures() {}

    /** A whole number of at least {@code least} and at most {@code most}; absent for anything else. */
    public static OptionalInt whole(String text, int least, int most) {
        String figure = text.strip();
        if (!isDigits(figure) || figure.length() > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(figure);
        return value >= least && value <= most ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /**
     * A date as YYMMDD of this century; day 00 means the last day of the month, as on goods (GS1 General
     * Specifications, AI 17). Absent when there is no such day.
     */
    public static Optional<LocalDate> date(String text) {
        String figure = text.strip();
        if (figure.length() != 6 || !isDigits(figure)) {
            return Optional.empty();
        }
        int value = Integer.parseInt(figure);
        try {
            YearMonth month = YearMonth.of(2000 + value / 10_000, value / 100 % 100);
            int day = value % 100;
            return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
