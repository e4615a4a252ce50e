package dev.dockhand.server.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times as people and spreadsheets write them, where they have one reading only. */
final class Days {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:[-./] ?|년 ?)(\\d{1,2})(?:[-./] ?|월 ?)(\\d{1,2})(?:\\.|일)?(?:[T ](.+))?");
    private static final Pattern TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]\\d+)?");
    private static final Pattern HOURS =
            Pattern.compile("(?:(오전|오후|AM|PM) )?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?(?: (AM|PM))?");
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);

    private Days() {}

    /** Whether a text is how a spreadsheet counts days. */
    static boolean isSerial(String text) {
        return SERIAL.matcher(text).matches();
    }

    /** The day that a serial number stands for where days are counted from 1900. */
    static LocalDate ofSerial(String text) {
        return FIRST_SERIAL.plusDays(Integer.parseInt(text.substring(0, 5)));
    }

    /** A day; empty where it has none or several readings. */
    static Optional<LocalDate> day(String text) {
        try {
            Matcher first = YEAR_FIRST.matcher(text);
            if (first.matches()) {
                boolean midnight =
                        first.group(4) == null || first.group(4).matches("0?0:00(:00)?(\\.0+)?|오전 12:00(:00)?");
                return midnight ? Optional.of(of(first)) : Optional.empty();
            }
            Matcher together = TOGETHER.matcher(text);
            return together.matches() ? Optional.of(of(together)) : yearLast(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** With points the day comes first everywhere; with strokes the order depends on the country. */
    private static Optional<LocalDate> yearLast(String text) {
        Matcher last = YEAR_LAST.matcher(text);
        if (!last.matches()) {
            return Optional.empty();
        }
        int one = Integer.parseInt(last.group(1));
        int two = Integer.parseInt(last.group(3));
        int year = Integer.parseInt(last.group(4));
        if (last.group(2).equals(".") || one > 12 || one == two) {
            return Optional.of(LocalDate.of(year, two, one));
        }
        return two > 12 ? Optional.of(LocalDate.of(year, one, two)) : Optional.empty();
    }

    private static LocalDate of(Matcher yearMonthDay) {
        return LocalDate.of(
                Integer.parseInt(yearMonthDay.group(1)),
                Integer.parseInt(yearMonthDay.group(2)),
                Integer.parseInt(yearMonthDay.group(3)));
    }

    /** A time; that of the warehouse where the text names no offset. Empty where it has none or several readings. */
    static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(
                            text.replaceFirst("^(\\S{10}) ", "$1T").replaceFirst(" ([+-]\\d{2}:?\\d{2})$", "$1"))
                    .toInstant());
        } catch (DateTimeException e) {
            return local(text, zone);
        }
    }

    private static Optional<Instant> local(String text, ZoneId zone) {
        Matcher day = YEAR_FIRST.matcher(text);
        if (!day.matches() || day.group(4) == null) {
            return Optional.empty();
        }
        Matcher hours = HOURS.matcher(day.group(4));
        if (!hours.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(of(day), of(hours, Integer.parseInt(hours.group(2))))
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime of(Matcher hours, int hour) {
        String half = hours.group(1) == null ? hours.group(5) : hours.group(1);
        boolean afternoon = "오후".equals(half) || "PM".equals(half);
        int whole = half == null ? hour : hour % 12 + (afternoon ? 12 : 0);
        return LocalTime.of(
                whole, Integer.parseInt(hours.group(3)), hours.group(4) == null ? 0 : Integer.parseInt(hours.group(4)));
    }
}
