package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pair of a text colour and the ground that it stands on has the contrast that WCAG asks of text. */
class ContrastTest {

    private static final Pattern TOKEN = Pattern.compile("(-dh-[a-z0-9-]+):\\s*#([0-9a-f]{6})");
    private static final double ENOUGH = 4.5;
    private static final String[][] PAIRS = {
        {"ink", "ground"},
        {"ink", "surface"},
        {"ink", "sunken"},
        {"ink", "accent-soft"},
        {"ink-soft", "ground"},
        {"ink-soft", "surface"},
        {"ink-soft", "sunken"},
        {"on-strip", "strip"},
        {"on-strip-soft", "strip"},
        {"strip-fine", "strip"},
        {"strip-look", "strip"},
        {"strip-bad", "strip"},
        {"on-accent", "accent"},
        {"on-accent-soft", "accent-soft"},
        {"accent", "surface"},
        {"fine", "surface"},
        {"look", "surface"},
        {"bad", "surface"},
        {"fine", "sunken"},
        {"fine", "ground"},
        {"look", "ground"},
        {"bad", "ground"},
        {"on-good", "good"},
        {"on-done", "done"},
        {"on-note", "note"},
        {"on-warn", "warn"},
        {"on-stop", "stop"},
        {"on-alarm", "alarm"},
        {"alarm-line", "alarm"},
        {"bars", "paper"},
        {"on-hue", "hue-0"},
        {"on-hue", "hue-1"},
        {"on-hue", "hue-2"},
        {"on-hue", "hue-3"},
        {"on-hue", "hue-4"},
        {"on-hue", "hue-5"},
        {"on-hue", "hue-6"},
        {"on-hue", "hue-7"},
    };

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textStandsOutFromItsGround(boolean dark) throws IOException {
        Map<String, Integer> tokens = tokens("tokens");
        if (dark) {
            tokens.putAll(tokens("dark"));
        }
        for (String[] pair : PAIRS) {
            double contrast = contrast(
                    Objects.requireNonNull(tokens.get("-dh-" + pair[0]), pair[0]),
                    Objects.requireNonNull(tokens.get("-dh-" + pair[1]), pair[1]));
            assertThat(contrast).as("%s on %s", pair[0], pair[1]).isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @Test
    void theDarkThemeOverridesTokensAndNothingElse() throws IOException {
        assertThat(tokens("dark").keySet()).isEqualTo(tokens("tokens").keySet());
        assertThat(sheet("dark")
                        .replaceAll("/\\*.*?\\*/", "")
                        .replaceAll("-dh-[^;]*;", "")
                        .replaceAll("\\s", ""))
                .isEqualTo(".root{}");
    }

    private static String sheet(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("css/" + name + ".css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Integer> tokens(String name) throws IOException {
        Map<String, Integer> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(sheet(name));
        while (matcher.find()) {
            tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return tokens;
    }

    private static double contrast(int left, int right) {
        double a = luminance(left);
        double b = luminance(right);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
