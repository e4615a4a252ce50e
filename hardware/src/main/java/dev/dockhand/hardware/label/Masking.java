package dev.dockhand.hardware.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How much of a recipient's name and phone is printed, by carrier and day. Korean guidance since 2021 masks the middle
 * of the name and the last four digits of the phone; carriers differed, and one rule for all was asked for in September
 * 2025, so the rules are data that can change on a day.
 *
 * @param rules all known rules
 */
public record Masking(List<Rule> rules) {
    private static final String ANY = "*";
    private static final int PHONE_GROUP = 4;

    public Masking {
        rules = List.copyOf(rules);
        if (rules.stream().noneMatch(rule -> rule.carrier().equals(ANY))) {
            throw new IllegalArgumentException("masking has a rule for every other carrier, named " + ANY);
        }
    }

    /**
     * One rule.
     *
     * @param from first day it holds
     * @param carrier the carrier as in the label's data, or {@code *} for every other
     * @param name what is hidden of a name
     * @param phone what is hidden of a phone number
     */
    public record Rule(LocalDate from, String carrier, Name name, Phone phone) {
        /** A name as it may be printed. */
        String maskName(String text) {
            int[] points = text.strip().codePoints().toArray();
            for (int i = 0; i < points.length; i++) {
                boolean hidden = switch (name) {
                    case MIDDLE -> i > 0 && (i < points.length - 1 || points.length == 2);
                    case LAST -> i == points.length - 1;
                    case NONE -> false;
                };
                if ((hidden || (points.length == 1 && name != Name.NONE)) && points[i] != ' ') {
                    points[i] = '*';
                }
            }
            return new String(points, 0, points.length);
        }

        /** A phone number as it may be printed. */
        String maskPhone(String text) {
            int after = switch (phone) {
                case LAST_FOUR -> 0;
                case MIDDLE_FOUR -> PHONE_GROUP;
                case NONE -> Integer.MAX_VALUE;
            };
            StringBuilder masked = new StringBuilder(text);
            int seen = 0;
            for (int i = masked.length() - 1; i >= 0; i--) {
                if (Character.isDigit(masked.charAt(i))) {
                    if (seen >= after && seen < (long) after + PHONE_GROUP) {
                        masked.setCharAt(i, '*');
                    }
                    seen++;
                }
            }
            return masked.toString();
        }
    }

    /** What is hidden of a name. */
    public enum Name {
        /** All but the first and the last letter. */
        MIDDLE,
        /** The last letter. */
        LAST,
        /** Nothing. */
        NONE
    }

    /** What is hidden of a phone number. */
    public enum Phone {
        /** The last four digits. */
        LAST_FOUR,
        /** The four digits before the last four. */
        MIDDLE_FOUR,
        /** Nothing. */
        NONE
    }

    /** The rule that holds for a carrier on a day: its own newest, or else the newest for every carrier. */
    public Rule on(LocalDate day, String carrier) {
        return newest(day, carrier).or(() -> newest(day, ANY)).orElseGet(() -> earliest());
    }

    private java.util.Optional<Rule> newest(LocalDate day, String carrier) {
        return rules.stream()
                .filter(rule -> rule.carrier().equals(carrier) && !rule.from().isAfter(day))
                .max(Comparator.comparing(Rule::from));
    }

    private Rule earliest() {
        return rules.stream()
                .filter(rule -> rule.carrier().equals(ANY))
                .min(Comparator.comparing(Rule::from))
                .orElseThrow();
    }

    /**
     * Reads rules from a JSON list of {@code from}, {@code carrier}, {@code name}, {@code phone}.
     *
     * @throws IllegalArgumentException when an entry is wrong, with the reason
     */
    public static Masking of(JsonNode list) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode entry : list) {
            rules.add(new Rule(
                    LocalDate.parse(entry.path("from").asText()),
                    entry.path("carrier").asText(),
                    Name.valueOf(constant(entry, "name")),
                    Phone.valueOf(constant(entry, "phone"))));
        }
        return new Masking(rules);
    }

    private static String constant(JsonNode entry, String name) {
        return entry.path(name).asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
