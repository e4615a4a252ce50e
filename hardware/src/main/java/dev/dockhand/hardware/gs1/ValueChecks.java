package dev.dockhand.hardware.gs1;

import static dev.dockhand.hardware.gs1.Gs1Dates.two;
import static dev.dockhand.model.id.CheckDigit.allDigits;
import static dev.dockhand.model.id.CheckDigit.isDigit;

import dev.dockhand.model.id.CheckDigit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The checks by the names that the table of application identifiers uses. */
final class ValueChecks {

    /** The shortest GS1 Company Prefix in use. */
    private static final int SHORTEST_PREFIX = 4;

    private final Map<String, ValueCheck> checks = new HashMap<>();

    ValueChecks(Map<String, Set<String>> lists) {
        keys();
        times();
        forms();
        codes(lists);
        checks.put("coupon", (text, from, to, year) -> new Coupon(text, from, to, year).coupon());
        checks.put("offer", (text, from, to, year) -> new Coupon(text, from, to, year).offer());
    }

    ValueCheck named(String name) {
        ValueCheck check = checks.get(name);
        if (check == null) {
            throw new IllegalArgumentException("no check is called " + name);
        }
        return check;
    }

    private void keys() {
        rule("check", Gs1Reason.CHECK_DIGIT, CheckDigit::isRight);
        rule("pair", Gs1Reason.CHECK_CHARACTERS, CheckPair::isRight);
        rule("company", Gs1Reason.COMPANY_PREFIX, ValueChecks::isPrefix);
        rule("company2", Gs1Reason.COMPANY_PREFIX, (text, from, to) -> isPrefix(text, from + 1, to));
    }

    private void times() {
        checks.put("date", (text, from, to, year) -> unless(Gs1Dates.isDate(text, from, year, false), Gs1Reason.DATE));
        checks.put("date0", (text, from, to, year) -> unless(Gs1Dates.isDate(text, from, year, true), Gs1Reason.DATE));
        rule(
                "date8",
                Gs1Reason.DATE,
                (text, from, to) -> Gs1Dates.isDay(
                        two(text, from) * 100 + two(text, from + 2), two(text, from + 4), two(text, from + 6), false));
        rule("hour", Gs1Reason.TIME, (text, from, to) -> two(text, from) < 24);
        rule("minute", Gs1Reason.TIME, (text, from, to) -> two(text, from) < 60);
        rule("second", Gs1Reason.TIME, (text, from, to) -> two(text, from) < 60);
        rule("time", Gs1Reason.TIME, (text, from, to) -> two(text, from) < 24 && two(text, from + 2) < 60);
    }

    private void forms() {
        rule("percent", Gs1Reason.PERCENT_ENCODING, ValueChecks::isPercentEncoded);
        rule("latitude", Gs1Reason.RANGE, (text, from, to) -> number(text, from, to) <= 1_800_000_000L);
        rule("longitude", Gs1Reason.RANGE, (text, from, to) -> number(text, from, to) <= 3_600_000_000L);
        rule("nonzero", Gs1Reason.RANGE, (text, from, to) -> number(text, from, to) > 0);
        each("zero", c -> c == '0');
        each("hyphen", c -> c == '-');
        each("yesno", c -> c == '0' || c == '1');
        each("winding", c -> c == '0' || c == '1' || c == '9');
        each("sex", c -> c == '0' || c == '1' || c == '2' || c == '9');
        each("importer", c -> c != '=' && CharacterSet.BASE64.holds((char) c));
        rule("noleadingzero", Gs1Reason.FORM, (text, from, to) -> text.charAt(from) != '0');
        rule("nondigit", Gs1Reason.FORM, (text, from, to) -> !allDigits(text, from, to));
        rule("sequence", Gs1Reason.FORM, ValueChecks::isPositionOfTotal);
        rule("piece", Gs1Reason.RANGE, (text, from, to) -> two(text, from) > 0 && two(text, from) <= two(text, to - 2));
    }

    private void codes(Map<String, Set<String>> lists) {
        Set<String> alpha2 = list(lists, "alpha2");
        Set<String> country = list(lists, "country");
        listed("country", country, Gs1Reason.COUNTRY);
        listed("alpha2", alpha2, Gs1Reason.COUNTRY);
        listed("currency", list(lists, "currency"), Gs1Reason.CURRENCY);
        listed("package", list(lists, "package"), Gs1Reason.CODE);
        listed("media", list(lists, "media"), Gs1Reason.CODE);
        rule("country999", Gs1Reason.COUNTRY, (text, from, to) -> {
            String code = text.subSequence(from, to).toString();
            return code.equals("999") || country.contains(code);
        });
        rule(
                "iban",
                Gs1Reason.CHECK_CHARACTERS,
                (text, from, to) -> to - from > 10
                        && alpha2.contains(text.subSequence(from, from + 2).toString())
                        && CheckPair.isIban(text.subSequence(from, to)));
    }

    private static Set<String> list(Map<String, Set<String>> lists, String name) {
        Set<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no code list is called " + name);
        }
        return list;
    }

    private void rule(String name, Gs1Reason reason, Rule rule) {
        checks.put(name, (text, from, to, year) -> unless(rule.holds(text, from, to), reason));
    }

    private void each(String name, IntPredicate allowed) {
        rule(
                name,
                Gs1Reason.FORM,
                (text, from, to) -> text.subSequence(from, to).chars().allMatch(allowed));
    }

    private void listed(String name, Set<String> codes, Gs1Reason reason) {
        rule(
                name,
                reason,
                (text, from, to) -> codes.contains(text.subSequence(from, to).toString()));
    }

    private static @Nullable Gs1Reason unless(boolean good, Gs1Reason reason) {
        return good ? null : reason;
    }

    static boolean isPrefix(CharSequence text, int from, int to) {
        return to - from >= SHORTEST_PREFIX && allDigits(text, from, from + SHORTEST_PREFIX);
    }

    private static long number(CharSequence text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isPercentEncoded(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '%') {
                if (i + 2 >= to
                        || Character.digit(text.charAt(i + 1), 16) < 0
                        || Character.digit(text.charAt(i + 2), 16) < 0) {
                    return false;
                }
                i += 2;
            }
        }
        return true;
    }

    /** Position and total as in {@code 2/3}: no leading zeros, the position is not beyond the total. */
    private static boolean isPositionOfTotal(CharSequence text, int from, int to) {
        int slash = from;
        while (slash < to && isDigit(text.charAt(slash))) {
            slash++;
        }
        return slash > from
                && slash < to - 1
                && text.charAt(slash) == '/'
                && allDigits(text, slash + 1, to)
                && text.charAt(from) != '0'
                && text.charAt(slash + 1) != '0'
                && number(text, from, slash) <= number(text, slash + 1, to);
    }

    /** A rule that needs no calendar. */
    @FunctionalInterface
    private interface Rule {
        boolean holds(CharSequence text, int from, int to);
    }
}
