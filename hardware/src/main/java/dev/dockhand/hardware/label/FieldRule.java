package dev.dockhand.hardware.label;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.field.Field;
import dev.dockhand.model.id.CheckDigit;
import dev.dockhand.model.id.NormalText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * What a named field of a template may hold.
 *
 * @param path name, with dots between the levels; a field of a list's entries is {@code list.name}
 * @param kind which content
 * @param optional true when it may be left out
 * @param least fewest characters, or the least number
 * @param most most characters, or the largest number, or the most entries
 */
record FieldRule(String path, Kind kind, boolean optional, long least, long most) {
    private static final Pattern CODE = Pattern.compile("[!-\\[\\]-~\\x1D]+");
    private static final Pattern ASCII = Pattern.compile("[ -\\[\\]-~]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int SSCC_DIGITS = 18;

    /** Which content. */
    enum Kind {
        /** Any text in any language, on one line. */
        TEXT,
        /** The carrier's number. */
        WAYBILL,
        /** An order number. */
        ORDER,
        /** An item's SKU. */
        SKU,
        /** A batch. */
        LOT,
        /** An advance shipping notice. */
        ASN,
        /** A place. */
        LOCATION,
        /** A phone number. */
        PHONE,
        /** A postcode. */
        POSTCODE,
        /** Printable ASCII without the backslash. */
        ASCII,
        /** Printable ASCII without spaces and backslashes, and GS; goes into barcodes. */
        CODE,
        /** Decimal digits. */
        DIGITS,
        /** A whole number. */
        INTEGER,
        /** A day, as in 2027-11-30. */
        DATE,
        /** Eighteen digits, the last of them the check digit. */
        SSCC,
        /** Entries, each with fields of its own. */
        LIST
    }

    /**
     * Checks a value and gives its text.
     *
     * @param where the path, with the number of the entry in a list
     * @param value the value, or a missing node
     * @throws LabelException that names the field
     */
    String text(String where, JsonNode value) throws LabelException {
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())) {
            if (optional) {
                return "";
            }
            throw new LabelException(where, "is missing");
        }
        if (!value.isValueNode()) {
            throw new LabelException(where, "is a single value, not a list or an object");
        }
        return switch (kind) {
            case TEXT -> line(where, value.asText());
            case WAYBILL, ORDER, SKU, LOT, ASN, LOCATION, PHONE, POSTCODE -> named(where, value.asText());
            case ASCII -> matching(where, value.asText(), ASCII, "printable ASCII without the backslash");
            case CODE ->
                matching(where, identifier(value.asText()), CODE, "printable ASCII without spaces and backslashes");
            case DIGITS -> digits(where, value.asText());
            case INTEGER -> integer(where, value);
            case DATE -> date(where, value.asText());
            case SSCC -> sscc(where, value.asText());
            case LIST -> throw new LabelException(where, "is a list");
        };
    }

    private String line(String where, String text) throws LabelException {
        String line = Field.LINE.normal(text);
        int length = line.codePointCount(0, line.length());
        if (length > most) {
            throw new LabelException(where, "has at most %d characters, not %d".formatted(most, length));
        }
        return line;
    }

    /** The rule of the same field wherever it is taken in. */
    private String named(String where, String text) throws LabelException {
        try {
            return Field.valueOf(kind.name()).normal(text);
        } catch (IllegalArgumentException e) {
            throw new LabelException(where, String.valueOf(e.getMessage()));
        }
    }

    /** An identifier has one form; what holds GS is none, and is taken as it is. */
    private static String identifier(String text) {
        try {
            return NormalText.identifier(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private String matching(String where, String text, Pattern pattern, String words) throws LabelException {
        if (!pattern.matcher(text).matches()) {
            throw new LabelException(where, "is " + words);
        }
        if (text.length() < least || text.length() > most) {
            throw new LabelException(where, "has %d to %d characters, not %d".formatted(least, most, text.length()));
        }
        return text;
    }

    private String digits(String where, String text) throws LabelException {
        if (!DIGITS.matcher(text).matches()) {
            throw new LabelException(where, "is digits only");
        }
        return matching(where, text, CODE, "digits only");
    }

    private String integer(String where, JsonNode value) throws LabelException {
        String text = value.asText();
        if (!text.matches("-?[0-9]{1,18}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new LabelException(where, "is a whole number from %d to %d".formatted(least, most));
        }
        return Long.toString(Long.parseLong(text));
    }

    private static String date(String where, String text) throws LabelException {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new LabelException(where, "is a day, written as in 2027-11-30");
        }
    }

    private static String sscc(String where, String text) throws LabelException {
        if (text.length() != SSCC_DIGITS || !CheckDigit.isRight(text)) {
            throw new LabelException(where, "is an SSCC of 18 digits, the last of them the check digit");
        }
        return text;
    }
}
