package dev.dockhand.server.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What became of an import, in the language of whoever runs the command. */
public final class ImportWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    /** In this language. */
    public ImportWords(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("dev.dockhand.server.texts.import", locale, NO_FALLBACK);
    }

    /** How many things were loaded, are as they were, and were refused. */
    public String summary(String kind, int loaded, int unchanged, int refused) {
        return say("summary", kind, loaded, unchanged, refused);
    }

    /** That a file is taken in by the server from now on, and what it is known by. */
    String behind(String id) {
        return say("behind", id);
    }

    /** A row that was not loaded, with its line as an editor counts it. */
    String row(long line, String field, String code, String detail) {
        return say("row", Long.toString(line), field.isEmpty() ? "-" : field, reason(code), detail);
    }

    /** Something that was read otherwise than it stands there, or a picture that is still to come; of the whole file where the line is 0. */
    String notice(long line, String field, String code, String detail) {
        if (line == 0) {
            return say("notice.file", reason(code), detail);
        }
        return code.equals("PICTURE_NOT_UPLOADED")
                ? row(line, field, code, detail)
                : say("notice", Long.toString(line), field, reason(code), detail);
    }

    /** How many pictures were kept, and how many refused. */
    String pictures(int kept, int refused) {
        return say("pictures", kept, refused);
    }

    /** Why the picture of items is not here. */
    String missing(String items, String source, String code) {
        return say("picture", items.isEmpty() ? "-" : items, source, reason(code));
    }

    /**
     * Why the server did not take a file.
     *
     * @param code stable name of the reason
     * @param detail the server's own words in English
     */
    String refused(String code, String detail) {
        return bundle.containsKey(code) ? "%s (%s)".formatted(reason(code), detail) : "%s: %s".formatted(code, detail);
    }

    private String reason(String code) {
        return bundle.containsKey(code) ? bundle.getString(code) : code;
    }

    private String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
