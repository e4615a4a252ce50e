package dev.dockhand.hardware.label;

import dev.dockhand.model.id.CheckDigit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for fields, as in {@code "{parcel.number} / {parcel.of}"}; filters behind a bar change the value:
 * {@code {recipient.name|mask-name}}.
 *
 * @param text as written in the template
 */
record Expression(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9.]+)((?:\\|[a-z-]+)*)}");
    private static final int GROUP = 4;

    /** What filters need besides the value. */
    record Setting(Map<String, String> words, Masking.Rule masking) {}

    /** The names of the fields in it. */
    List<String> fields() {
        return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }

    /** Where its text comes from: each field by its path, with its value. */
    Map<String, String> sources(String prefix, Map<String, String> values) {
        Map<String, String> sources = new LinkedHashMap<>();
        fields().forEach(field -> sources.put(prefix + field, values.getOrDefault(field, "")));
        return sources;
    }

    /** The filters in it. */
    List<String> filters() {
        return PLACE.matcher(text)
                .results()
                .flatMap(place -> Pattern.compile("\\|").splitAsStream(place.group(2)))
                .filter(filter -> !filter.isEmpty())
                .toList();
    }

    /** True for a filter that exists. */
    static boolean known(String filter) {
        return List.of("mask-name", "mask-phone", "groups", "word", "kg", "dots")
                .contains(filter);
    }

    /** The text with its places filled. */
    String fill(Map<String, String> values, Setting setting) {
        Matcher place = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (place.find()) {
            String value = values.getOrDefault(place.group(1), "");
            for (String filter : place.group(2).split("\\|")) {
                value = apply(filter, value, setting);
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return place.appendTail(filled).toString();
    }

    private static String apply(String filter, String value, Setting setting) {
        return switch (filter) {
            case "mask-name" -> setting.masking().maskName(value);
            case "mask-phone" -> setting.masking().maskPhone(value);
            case "groups" -> CheckDigit.allDigits(value, 0, value.length()) ? groups(value, '-') : value;
            case "word" -> setting.words().getOrDefault(value, value);
            case "kg" -> value.isEmpty() ? "" : kilograms(Long.parseLong(value));
            case "dots" -> value.replace('-', '.');
            default -> value;
        };
    }

    private static String groups(String value, char between) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                grouped.append(between);
            }
            grouped.append(value.charAt(i));
        }
        return grouped.toString();
    }

    private static String kilograms(long grams) {
        return "%d.%02d kg".formatted(grams / 1000, grams % 1000 / 10);
    }
}
