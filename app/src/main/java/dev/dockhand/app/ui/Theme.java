package dev.dockhand.app.ui;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The style sheets: tokens first, then one small sheet a component; the dark theme overrides tokens only. */
public final class Theme {

    private static final List<String> SHEETS = List.of(
            "tokens",
            "base",
            "strip",
            "work",
            "side",
            "band",
            "keys",
            "choices",
            "keypad",
            "stop",
            "pages",
            "enrolment");

    private Theme() {}

    /** The style sheets of a look, in order. */
    public static List<String> sheets(boolean dark) {
        List<String> urls = new ArrayList<>(SHEETS.stream().map(Theme::url).toList());
        if (dark) {
            urls.add(1, url("dark"));
        }
        return urls;
    }

    private static String url(String name) {
        URL found = Theme.class.getResource("css/" + name + ".css");
        return Objects.requireNonNull(found, () -> "style sheet " + name).toExternalForm();
    }
}
