package dev.dockhand.server.intake;

import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a row as types, and says which one is wrong. */
final class Fields {

    private static final int LONGEST_NUMBER = 9;
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1_000_000);
    private static final int MOST_DECIMALS = 3;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    private final Row row;

    Fields(Row row) {
        this.row = row;
    }

    long line() {
        return row.line();
    }

    BadFieldException bad(String column, String code, String message) {
        return new BadFieldException(row.line(), column, code, message);
    }

    /** Refuses a row that says other things of the same whole than its first row does; an empty field says nothing. */
    void refuseUnlike(Fields first, String whole, List<String> columns) throws BadFieldException {
        for (String column : columns) {
            String text = row.text(column);
            if (!text.isEmpty() && !text.equals(first.row.text(column))) {
                throw bad(column, "ROWS_DIFFER", "is not what the first row of the same %s says".formatted(whole));
            }
        }
    }

    /** A text of bounded length without control characters; may be empty. */
    String optionalText(String column, int longest) throws BadFieldException {
        String text = row.text(column);
        if (text.length() > longest) {
            throw bad(
                    column, "TOO_LONG", "has %d characters, at most %d are allowed".formatted(text.length(), longest));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw bad(column, "CONTROL_CHARACTER", "holds a control character");
        }
        return text;
    }

    String text(String column, int longest) throws BadFieldException {
        String text = optionalText(column, longest);
        if (text.isEmpty()) {
            throw bad(column, "MISSING", "is empty");
        }
        return text;
    }

    /** An identifier, checked by its own type. */
    <T> T id(String column, Function<String, T> type) throws BadFieldException {
        String text = row.text(column);
        if (text.isEmpty()) {
            throw bad(column, "MISSING", "is empty");
        }
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw bad(column, "BAD_VALUE", String.valueOf(e.getMessage()));
        }
    }

    <T> @Nullable T optionalId(String column, Function<String, T> type) throws BadFieldException {
        return row.text(column).isEmpty() ? null : id(column, type);
    }

    boolean yes(String column) throws BadFieldException {
        return switch (row.text(column).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(column, "BAD_VALUE", "must be true or false");
        };
    }

    int number(String column, int least, int most) throws BadFieldException {
        String text = row.text(column);
        if (!text.matches("-?[0-9]{1," + LONGEST_NUMBER + "}")) {
            throw bad(column, "BAD_NUMBER", "must be a whole number");
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw bad(column, "OUT_OF_RANGE", "must be %,d to %,d".formatted(least, most));
        }
        return number;
    }

    Quantity quantity(String column, int least) throws BadFieldException {
        return Quantity.of(number(column, least, 1_000_000));
    }

    @Nullable
    Grams optionalGrams(String column) throws BadFieldException {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,7}(\\.[0-9]{1," + MOST_DECIMALS + "})?")
                || new BigDecimal(text).compareTo(HEAVIEST) > 0) {
            throw bad(column, "BAD_NUMBER", "must be grams, for instance 655 or 12.5, at most 1,000,000");
        }
        return new Grams(new BigDecimal(text));
    }

    /** An expiry is sorted as text, and work of another age would never come up. */
    LocalDate date(String column) throws BadFieldException {
        try {
            LocalDate date = LocalDate.parse(row.text(column));
            refuseOtherAge(column, "BAD_DATE", date.getYear());
            return date;
        } catch (DateTimeException e) {
            throw bad(column, "BAD_DATE", "must be a date like 2026-11-23");
        }
    }

    private void refuseOtherAge(String column, String code, int year) throws BadFieldException {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw bad(column, code, "must be of the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
        }
    }

    @Nullable
    LocalDate optionalDate(String column) throws BadFieldException {
        return row.text(column).isEmpty() ? null : date(column);
    }

    Instant time(String column) throws BadFieldException {
        try {
            OffsetDateTime time = OffsetDateTime.parse(row.text(column));
            refuseOtherAge(column, "BAD_TIME", time.getYear());
            return time.toInstant();
        } catch (DateTimeException e) {
            throw bad(column, "BAD_TIME", "must be a time with its offset, like 2026-11-23T16:00:00+09:00");
        }
    }

    <E extends Enum<E>> E choice(String column, Class<E> type) throws BadFieldException {
        try {
            return Enum.valueOf(type, row.text(column));
        } catch (IllegalArgumentException e) {
            throw bad(column, "BAD_VALUE", "must be one of " + java.util.Arrays.toString(type.getEnumConstants()));
        }
    }
}
