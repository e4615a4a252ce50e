package dev.dockhand.app.cli;

import dev.dockhand.station.MemoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a station did not start, for people: what happened, what was kept, what to do next.
 *
 * @param key key of the text in the bundle {@code start}
 * @param detail technical details, for IT
 */
public record StartFailure(String key, String detail) {

    private static final String BUNDLE = "dev.dockhand.app.ui.texts.start";

    /** The failure of a memory. */
    public static StartFailure of(MemoryException e) {
        String reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new StartFailure("start." + reason, String.valueOf(e.getMessage()));
    }

    /** A settings file cannot be read. */
    public static StartFailure settings(Exception e) {
        return new StartFailure("start.settings", String.valueOf(e.getMessage()));
    }

    /** Whoever started it may not use the station's folder. */
    public static StartFailure noAccess(Path folder) {
        return new StartFailure(
                "start.no-access", "%s may not write in %s".formatted(System.getProperty("user.name"), folder));
    }

    /** In a language. */
    public String words(Locale locale) {
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(BUNDLE, locale, noFallback).getString(key);
    }

    /** In English with the technical details, for the command line. */
    public String english() {
        return words(Locale.ENGLISH) + " (" + detail + ")";
    }
}
