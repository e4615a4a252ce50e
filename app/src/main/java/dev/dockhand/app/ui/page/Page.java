package dev.dockhand.app.ui.page;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.Typing;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * What a page of the window does while it is open, without a control; a view draws it. What a page says nothing about, it
 * does as most do: it takes digits at most, leads back by one key, and gives way to the job.
 */
public interface Page extends Typing {

    /** Which page it is. */
    PageId id();

    /** Its keys in the key row. */
    default List<PageKey> keys() {
        return List.of(PageKey.BACK);
    }

    /** It is open from now on; may be told again. */
    default void opened() {}

    /** Another page is open from now on; what was begun on this one is given up. */
    default void left() {}

    /**
     * Whether it is closed by what the job says, and by a scan. One that stays takes the scans itself, and never lies over a
     * question for a secret.
     */
    default boolean givesWay() {
        return true;
    }

    /** One step back; false where there is none, and the page is left. */
    default boolean back() {
        return false;
    }

    /** A digit that chooses. */
    default void digit(int digit) {}

    @Override
    default void typed(char character) {
        if (character >= '0' && character <= '9') {
            digit(character - '0');
        }
    }

    @Override
    default void erase() {}

    @Override
    default void clear() {}

    @Override
    default void enter() {}

    /** A shortcut of its own; false where the key row says what it does. */
    default boolean key(Shortcut shortcut) {
        return false;
    }

    /**
     * A keyboard scanner typed something that is no key of the window; asked of a page that does not give way.
     *
     * @param raw what it typed, before any repair
     * @param mayBePin whether it may be a PIN, so that it is not shown
     */
    default void scanned(DecodedScan scan, String raw, boolean mayBePin) {}

    /** Whether a PIN is asked for now. */
    default boolean asksForPin() {
        return false;
    }

    /** What tells that its keys mean something else now; of two equal ones they mean the same. */
    default ObservableValue<?> face() {
        return new SimpleObjectProperty<>(id());
    }

    /** The bench shows this, and so late it is. */
    default void tick(BenchView view, Instant now) {}

    /** The language was changed. */
    default void reword() {}

    /** A page that shows, and takes nothing. */
    static Page plain(PageId id) {
        return () -> id;
    }
}
