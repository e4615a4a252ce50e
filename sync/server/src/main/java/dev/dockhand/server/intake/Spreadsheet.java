package dev.dockhand.server.intake;

import dev.dockhand.model.id.NormalText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a spreadsheet does to what is typed into it, seen in the text that comes out: undone where it has one reading. */
final class Spreadsheet {

    private static final Pattern FORMULA_TEXT = Pattern.compile("=\\s*\"((?:[^\"]|\"\")*)\"");
    private static final Pattern FORMULA = Pattern.compile("=\\s*[-+A-Za-z0-9_(\"'$].*");
    private static final Pattern ERROR =
            Pattern.compile("#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|#{2,}");
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[+-]?\\d+(?:[.,]\\d*)?[eE][+-]\\d{1,10}|[+-]?\\d+[.,]\\d+[eE]\\d{1,3}");
    private static final Pattern DECIMALS = Pattern.compile("(\\d{2,})(?:\\.0{1,2}|,0{1,2}|(?<=\\d{4})[.,]0+)");
    private static final Pattern GROUPS = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3}){2,})(?:\\.0+)?|(\\d{1,3}(?:\\.\\d{3}){2,})(?:,0+)?|(\\d{1,3}(?:'\\d{3}){2,})(?:[.,]0+)?");
    private static final Pattern ONE_GROUP = Pattern.compile("\\d{1,3}[.,]\\d{3}");
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final Pattern DAY = Pattern.compile(
            "\\d{1,2}-" + MONTH + "(?:-\\d{2,4})?|" + MONTH + "-\\d{2}|\\d{1,2}월 ?\\d{1,2}일|\\d{1,2}\\. ?" + MONTH);
    private static final int MOST_DIGITS = 15;

    private Spreadsheet() {}

    /**
     * A text as it was meant.
     *
     * @param text the text
     * @param code stable name of what a spreadsheet did; empty for nothing
     * @param message what it was, in words
     */
    record Meant(String text, String code, String message) {

        boolean isRepaired() {
            return !code.isEmpty();
        }
    }

    /** A text has lost something in a spreadsheet, and nobody can say what. */
    static final class DamagedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        DamagedException(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** A text of any field: without the quotes and the apostrophe that only say that it is text. */
    static Meant text(String raw) throws DamagedException {
        String text = NormalText.line(raw.replace('\u000B', ' ').replace('\f', ' '));
        Matcher quoted = FORMULA_TEXT.matcher(text);
        if (quoted.matches()) {
            String inner = quoted.group(1).replace("\"\"", "\"").strip();
            return new Meant(inner, "TEXT_MARK", "the =\"\" of a spreadsheet was taken off");
        }
        if (ERROR.matcher(text).matches()) {
            throw new DamagedException(
                    "CELL_ERROR", "is the error of a spreadsheet, not a value; mend the formula or type the value");
        }
        if (FORMULA.matcher(text).matches()) {
            throw new DamagedException(
                    "FORMULA", "is a formula, not its value; copy the column and paste it as values");
        }
        return new Meant(text, "", "");
    }

    /** An identifier, a code or a number that names something: its digits are to be those that were typed. */
    static Meant identifier(String raw) throws DamagedException {
        Meant told = text(raw);
        String text = told.text();
        if (text.length() > 1 && "'\u2018\u2019`".indexOf(text.charAt(0)) >= 0) {
            told = new Meant(text.substring(1).strip(), "TEXT_MARK", "the apostrophe of a spreadsheet was taken off");
            text = told.text();
        }
        String plain = ascii(text);
        if (SCIENTIFIC.matcher(plain).matches()) {
            throw new DamagedException(
                    "SCIENTIFIC",
                    "is a number that a spreadsheet wrote in scientific form, and its digits are lost; format the"
                            + " column as text and enter it again");
        }
        if (DAY.matcher(plain).matches()) {
            throw new DamagedException(
                    "BECAME_DATE",
                    "is a date that a spreadsheet made of something else; format the column as text and enter it"
                            + " again");
        }
        Matcher decimals = DECIMALS.matcher(plain);
        if (decimals.matches()) {
            return whole(decimals.group(1), "DECIMALS", "the decimals of a spreadsheet were taken off");
        }
        Matcher groups = GROUPS.matcher(plain);
        if (groups.matches()) {
            String digits = firstOf(groups).replaceAll("\\D", "");
            return whole(digits, "GROUPED", "the separators of thousands were taken off");
        }
        return told;
    }

    /** A number that counts: an order of thousands has one reading only where there are two of them. */
    static Meant number(String raw) throws DamagedException {
        Meant told = identifier(raw);
        String plain = ascii(told.text());
        if (ONE_GROUP.matcher(plain).matches() && !plain.startsWith("0")) {
            throw new DamagedException("TWO_READINGS", "can be thousands or decimals; write it without separators");
        }
        return plain.matches("\\d[.,]0{1,2}")
                ? new Meant(plain.substring(0, 1), "DECIMALS", "the decimals of a spreadsheet were taken off")
                : new Meant(plain, told.code(), told.message());
    }

    private static Meant whole(String digits, String code, String message) throws DamagedException {
        if (digits.length() > MOST_DIGITS) {
            throw new DamagedException(
                    "ROUNDED",
                    "has more digits than a number of a spreadsheet keeps; format the column as text and enter it"
                            + " again");
        }
        return new Meant(digits, code, message);
    }

    private static String firstOf(Matcher groups) {
        for (int i = 1; i <= groups.groupCount(); i++) {
            if (groups.group(i) != null) {
                return groups.group(i);
            }
        }
        throw new IllegalStateException("a pattern matched without a group");
    }

    private static String ascii(String text) {
        try {
            return NormalText.identifier(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
