package dev.dockhand.app.ui.work;

/**
 * A key that a page offers.
 *
 * @param shortcut its key on the keyboard, and what it does
 * @param words key of its words
 */
public record PageKey(Shortcut shortcut, String words) {

    /** Back to where one came from. */
    static final PageKey BACK = new PageKey(Shortcut.ESCAPE, "page.key.ESCAPE");

    /** A key with its usual words. */
    static PageKey of(Shortcut shortcut) {
        return new PageKey(shortcut, "page.key." + shortcut.name());
    }
}
