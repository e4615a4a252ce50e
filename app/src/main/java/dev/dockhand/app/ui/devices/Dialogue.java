package dev.dockhand.app.ui.devices;

import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.KeypadEntry;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.scan.ScanEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the set-up page talks over with a person in place of showing a device. It takes the keys, characters and codes until it
 * is over; the page has one at a time.
 */
interface Dialogue {

    /** A digit was touched, or typed where digits choose. */
    default void digit(int digit) {}

    /** A character was typed. */
    default void type(char character) {
        if (character >= '0' && character <= '9') {
            digit(character - '0');
        }
    }

    /** Takes the last character back. */
    default void erase() {}

    /** Forgets what was typed. */
    default void clear() {}

    /** What was typed is complete, or what was asked for is done. */
    default void enter() {}

    /** A shortcut; false when it is none of this dialogue's, and the page's own meaning of it holds. */
    default boolean key(Shortcut shortcut) {
        return false;
    }

    /** A code was read; false when it is not asked for, and only shown. */
    default boolean scanned(String code) {
        return false;
    }

    /** Whether a PIN is asked for, and digits are one however quickly they are typed. */
    default boolean asksForPin() {
        return false;
    }

    /** A keyboard scanner typed something, raw before any repair; false when it is to be taken as a scan. */
    default boolean typedByScanner(ScanEvent event, String raw) {
        return false;
    }

    /** One step back; false when there is none, and the dialogue is given up. */
    default boolean back() {
        return false;
    }

    /** It is over, however it came to that. */
    default void end() {}

    /** What is said once it was given up; nothing when absent. */
    default @Nullable Lamp givenUp(Texts texts) {
        return null;
    }

    /** What is said while it goes on, in place of what was said before. */
    default @Nullable Lamp answer(Texts texts, @Nullable Lamp before) {
        return before;
    }

    /** What can be chosen. */
    default Choices choices(Texts texts) {
        return Choices.NONE;
    }

    /** What to do, large; absent where the rest says it. */
    default DevicesShown.@Nullable Setup shown(Texts texts) {
        return null;
    }

    /** What is typed beside an address; absent where nothing is. */
    default @Nullable KeypadEntry entry() {
        return null;
    }

    /** The keys of the page. */
    default List<PageKey> keys() {
        return List.of(PageKey.BACK);
    }
}
