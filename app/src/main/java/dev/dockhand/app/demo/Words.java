package dev.dockhand.app.demo;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the virtual bench in one language. */
final class Words {

    private static final String BUNDLE = Words.class.getPackageName() + ".texts.demo";

    private final Locale language;
    private final ResourceBundle bundle;

    private Words(Locale language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** Korean or English; English for every other language. */
    static Words in(Locale language) {
        return new Words(
                language,
                ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    Locale language() {
        return language;
    }

    /** The words of a key, with {0}, {1} … filled in. */
    String of(String key, Object... arguments) {
        String words;
        try {
            words = bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
        for (int i = 0; i < arguments.length; i++) {
            words = words.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return words;
    }
}
