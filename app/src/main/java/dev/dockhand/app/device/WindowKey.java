package dev.dockhand.app.device;

import java.util.Locale;
import java.util.Optional;

/** What a barcode of the printed command sheet asks of the window rather than of the job. */
public sealed interface WindowKey {

    /**
     * A digit: on a keypad it is typed, where there are options it chooses one. {@code DH-0} to {@code DH-9}.
     *
     * @param value 0 to 9
     */
    record Digit(int value) implements WindowKey {}

    /**
     * Chooses an option, also where a keypad takes the digits. {@code DH-OPTION-1} to {@code DH-OPTION-9}; 0 shows more.
     *
     * @param number 0 to 9
     */
    record Option(int number) implements WindowKey {}

    /**
     * A letter or sign for the keypad. {@code DH-KEY-A}.
     *
     * @param value A to Z, or one of - . /
     */
    record Letter(char value) implements WindowKey {}

    /** Takes the last character of the keypad back. {@code DH-ERASE}. */
    record Erase() implements WindowKey {}

    /** Hands over what the keypad shows. {@code DH-ENTER}. */
    record Enter() implements WindowKey {}

    /**
     * A key of the page that is open. {@code DH-F2} to {@code DH-F8}.
     *
     * @param number 2 to 8
     */
    record PageKey(int number) implements WindowKey {}

    /**
     * Other lines of a list that is longer than its place. {@code DH-UP}, {@code DH-DOWN}.
     *
     * @param pages 1 further down, -1 up
     */
    record Scroll(int pages) implements WindowKey {}

    /**
     * A page or a switch of the window.
     *
     * @param name DEVICES, LANGUAGE, THEME, SOUND, CODE (typing a damaged code), MORE, SHEET, ABOUT, QUIT (closing Dockhand)
     *     or CLOSE (closing a page)
     */
    record Page(Name name) implements WindowKey {

        /** Pages and switches. */
        public enum Name {
            DEVICES,
            LANGUAGE,
            THEME,
            SOUND,
            CODE,
            MORE,
            SHEET,
            ABOUT,
            QUIT,
            CLOSE
        }
    }

    /**
     * Reads a scanned code.
     *
     * @param code as scanned
     * @return the key, empty when the code is none of these
     */
    static Optional<WindowKey> of(String code) {
        String text = code.strip().toUpperCase(Locale.ROOT);
        if (!text.startsWith("DH-") || text.length() > 20) {
            return Optional.empty();
        }
        String name = text.substring(3);
        if (name.matches("[0-9]")) {
            return Optional.of(new Digit(name.charAt(0) - '0'));
        }
        if (name.matches("OPTION-[0-9]")) {
            return Optional.of(new Option(name.charAt(7) - '0'));
        }
        if (name.matches("F[2-8]")) {
            return Optional.of(new PageKey(name.charAt(1) - '0'));
        }
        if (name.matches("KEY-[A-Z./-]")) {
            return Optional.of(new Letter(name.charAt(4)));
        }
        return switch (name) {
            case "ERASE" -> Optional.of(new Erase());
            case "ENTER" -> Optional.of(new Enter());
            case "UP" -> Optional.of(new Scroll(-1));
            case "DOWN" -> Optional.of(new Scroll(1));
            default -> page(name);
        };
    }

    private static Optional<WindowKey> page(String name) {
        for (Page.Name page : Page.Name.values()) {
            if (page.name().equals(name)) {
                return Optional.of(new Page(page));
            }
        }
        return Optional.empty();
    }
}
