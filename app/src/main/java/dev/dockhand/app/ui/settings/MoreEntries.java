package dev.dockhand.app.ui.settings;

import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.page.Page;
import java.util.function.IntConsumer;

/**
 * Pages and switches to choose from.
 *
 * @param entry opens or switches the entry with this number
 */
public record MoreEntries(IntConsumer entry) implements Page {

    @Override
    public PageId id() {
        return PageId.MORE;
    }

    @Override
    public void digit(int digit) {
        entry.accept(digit);
    }
}
