package dev.dockhand.server.intake;

import java.util.regex.Pattern;

/**
 * What a spreadsheet may have done to a phone number or a postcode. What is good here is held to the label's own rule as well
 * ({@link dev.dockhand.model.field.Field}).
 */
final class Contacts {

    private static final Pattern PHONE =
            Pattern.compile("\\+?[0-9(][0-9() .-]{5,26}[0-9)](?: ?(?:#|ext\\.?|내선) ?[0-9]{1,6})?");
    private static final Pattern NATIONWIDE = Pattern.compile("1[5-9][0-9]{2}[0-9]{4}");
    private static final Pattern WITH_COUNTRY = Pattern.compile("82[1-9][0-9]{7,10}");
    private static final Pattern POSTCODE = Pattern.compile(
            "[0-9]{5,7}|[0-9]{3}-[0-9]{3,4}|[0-9]{5}-[0-9]{3,4}|(?=.*[A-Z])[A-Z0-9](?:[ -]?[A-Z0-9]){2,9}");
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 21;

    private Contacts() {}

    /** What a text is as a phone number. */
    enum Phone {
        GOOD,
        MOBILE_WITHOUT_ZERO,
        WITHOUT_ZERO,
        BAD
    }

    /** What a text is as a postcode. */
    enum Postcode {
        GOOD,
        SHORT,
        BAD
    }

    static Phone phone(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        if (!PHONE.matcher(text).matches() || digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
            return Phone.BAD;
        }
        if (text.startsWith("+")
                || digits.startsWith("0")
                || NATIONWIDE.matcher(digits).matches()
                || WITH_COUNTRY.matcher(digits).matches()) {
            return Phone.GOOD;
        }
        return digits.matches("10[0-9]{8}") && !text.startsWith("(") ? Phone.MOBILE_WITHOUT_ZERO : Phone.WITHOUT_ZERO;
    }

    static Postcode postcode(String text) {
        if (POSTCODE.matcher(text).matches()) {
            return Postcode.GOOD;
        }
        return text.matches("[0-9]{1,4}") ? Postcode.SHORT : Postcode.BAD;
    }
}
