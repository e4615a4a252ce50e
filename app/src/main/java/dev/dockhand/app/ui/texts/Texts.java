package dev.dockhand.app.ui.texts;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.BrandedId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of one language. Immutable; switching the language means taking another one. A text names a key of the job by
 * {@code {key:CONFIRM}}, so that it is called as the key is. What stands for an argument decides between two forms: in Korean
 * {@code {0:을/를}} is the argument with the particle that its last sound takes, in English {@code {0:one line/# lines}} is one
 * or many.
 */
public final class Texts {

    /** Languages that the bundles are complete in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final List<String> BUNDLES =
            List.of("texts", "flow", "bench", "setup", "start", "enrol", "quit", "cli");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:(\\d)(?::([^/{}]*)/([^/{}]*))?|key:([A-Z_]+))}");
    private static final int LONGEST_ARGUMENT = 200;

    private final Locale language;
    private final List<ResourceBundle> bundles;

    private Texts(Locale language, List<ResourceBundle> bundles) {
        this.language = language;
        this.bundles = bundles;
    }

    /** The words of a language; English where there is none of its own. */
    public static Texts in(Locale language) {
        List<ResourceBundle> found = new ArrayList<>();
        for (String name : BUNDLES) {
            bundle(name, language).ifPresent(found::add);
        }
        return new Texts(language, List.copyOf(found));
    }

    private static Optional<ResourceBundle> bundle(String name, Locale language) {
        try {
            return Optional.of(ResourceBundle.getBundle(
                    Texts.class.getPackageName() + "." + name,
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        } catch (MissingResourceException e) {
            LOG.debug("no bundle {}", name);
            return Optional.empty();
        }
    }

    /** The language. */
    public Locale language() {
        return language;
    }

    /** Whether there are words for a key. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /** The words of a text, with its arguments filled in. */
    public String of(Text text) {
        return filled(pattern(text.key()), text.arguments());
    }

    /** The words of a key, with arguments filled in. */
    public String of(String key, Object... arguments) {
        return filled(pattern(key), List.of(arguments));
    }

    /** The word for a constant of a closed set: key {@code <set>.<NAME>}. */
    public String of(String set, Enum<?> constant) {
        return of(set + "." + constant.name());
    }

    private String pattern(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        LOG.warn("no words for {} in {}", key, language);
        return key;
    }

    private String filled(String pattern, List<Object> arguments) {
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        StringBuilder words = new StringBuilder();
        while (matcher.find()) {
            String key = matcher.group(4);
            String word = key == null ? argument(matcher.group(1).charAt(0) - '0', arguments) : of("command." + key);
            String formed = matcher.group(2) == null ? word : formed(word, matcher.group(2), matcher.group(3));
            matcher.appendReplacement(words, Matcher.quoteReplacement(formed));
        }
        return matcher.appendTail(words).toString();
    }

    private String formed(String word, String first, String second) {
        if (language.getLanguage().equals(Locale.KOREAN.getLanguage())) {
            return Particle.behind(word, first, second);
        }
        return word.equals("1") ? first : second.replace("#", word);
    }

    private String argument(int index, List<Object> arguments) {
        return index < arguments.size() ? word(arguments.get(index)) : "";
    }

    private String word(Object argument) {
        return switch (argument) {
            case Item item -> shown(item.name(language));
            case Text text -> of(text);
            case Command command -> of("command", command);
            case Quantity quantity -> Grouped.of(quantity.units());
            case Grams grams -> Grouped.of(grams.value()) + " g";
            case WaybillNumber waybill -> waybill.grouped();
            case BrandedId id -> id.name();
            case Integer figure -> Grouped.of(figure);
            case Long figure -> Grouped.of(figure);
            case PrintReason reason -> reason.words(language);
            case Enum<?> constant
            when has(constant.getClass().getSimpleName() + "." + constant.name()) ->
                of(constant.getClass().getSimpleName(), constant);
            default -> shown(argument.toString());
        };
    }

    /** Makes control characters visible and cuts what no screen can hold: scanned data is hostile. */
    public static String shown(String raw) {
        String cut = raw.length() > LONGEST_ARGUMENT ? raw.substring(0, LONGEST_ARGUMENT) + "…" : raw;
        return Visible.text(cut);
    }
}
