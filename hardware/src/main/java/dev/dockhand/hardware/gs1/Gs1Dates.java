package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.CheckDigit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Dates of two-digit years: YYMMDD, where day 00 means the last day of the month. The century is the one that puts the
 * year from 49 years before to 50 years after the present one (GS1 General Specifications 7.12).
 */
final class Gs1Dates {

    private Gs1Dates() {}

    static int fullYear(int twoDigits, int presentYear) {
        int century = presentYear - presentYear % 100;
        int distance = twoDigits - presentYear % 100;
        if (distance >= 51) {
            return century - 100 + twoDigits;
        }
        return distance > -50 ? century + twoDigits : century + 100 + twoDigits;
    }

    static Optional<LocalDate> read(CharSequence text, int presentYear) {
        if (text.length() < 6 || !isDate(text, 0, presentYear, true)) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.of(fullYear(two(text, 0), presentYear), two(text, 2));
        int day = two(text, 4);
        return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
    }

    static boolean isDate(CharSequence text, int from, int presentYear, boolean dayZero) {
        return CheckDigit.allDigits(text, from, from + 6)
                && isDay(fullYear(two(text, from), presentYear), two(text, from + 2), two(text, from + 4), dayZero);
    }

    static boolean isDay(int year, int month, int day, boolean dayZero) {
        return month >= 1
                && month <= 12
                && (day == 0 ? dayZero : day <= YearMonth.of(year, month).lengthOfMonth());
    }

    static int two(CharSequence text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
