package dev.dockhand.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts live in pairs {@code name.properties} (English) and {@code name_ko.properties}, equally complete. */
final class Bundles {

    private static final String KOREAN = "_ko.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern KEY = Pattern.compile("^([A-Za-z0-9_.-]+)\\s*[=:]");

    private Bundles() {}

    static List<String> violations(Path module) {
        List<String> found = new ArrayList<>();
        for (Path english : Sources.endingWith(module.resolve("."), ".properties")) {
            String path = english.toString();
            if (!path.contains("src/main/resources") || !path.contains("texts")) {
                continue;
            }
            found.addAll(duplicates(english));
            if (path.endsWith(KOREAN)) {
                continue;
            }
            Path korean =
                    english.resolveSibling(english.getFileName().toString().replace(".properties", KOREAN));
            if (Files.exists(korean)) {
                compare(english, korean, found);
            } else {
                found.add(english + " has no Korean sister " + korean.getFileName());
            }
        }
        return found;
    }

    private static void compare(Path english, Path korean, List<String> found) {
        Properties left = load(english);
        Properties right = load(korean);
        Set<String> keys = new TreeSet<>(left.stringPropertyNames());
        keys.addAll(right.stringPropertyNames());
        for (String key : keys) {
            String leftText = left.getProperty(key, "");
            String rightText = right.getProperty(key, "");
            if (leftText.isBlank()) {
                found.add(english + " lacks " + key);
            } else if (rightText.isBlank()) {
                found.add(korean + " lacks " + key);
            } else if (!placeholders(leftText).equals(placeholders(rightText))) {
                found.add(key + " has other placeholders in Korean than in English");
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group(1));
        }
        return numbers;
    }

    private static List<String> duplicates(Path file) {
        Set<String> seen = new HashSet<>();
        List<String> found = new ArrayList<>();
        Sources.read(file).lines().forEach(line -> {
            Matcher matcher = KEY.matcher(line);
            if (matcher.find() && !seen.add(matcher.group(1))) {
                found.add(file + " has " + matcher.group(1) + " twice");
            }
        });
        return found;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Sources.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
