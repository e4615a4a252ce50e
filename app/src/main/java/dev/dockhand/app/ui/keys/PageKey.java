package dev.dockhand.app.ui.keys;

/**
 * A key that a page offers.
 *
 * @param shortcut its key on the keyboard
 * @param words key of its words
 * @param slot where it lies in the key row
 * @param action what it does
 */
public record PageKey(Shortcut shortcut, String words, Slot slot, KeyAction action) {

    /** Back to where one came from. */
    public static final PageKey BACK = PageKey.of(Shortcut.ESCAPE);

    /** Prints the command sheet; it lies where labels are printed at work. */
    public static final PageKey PRINT =
            new PageKey(Shortcut.F5, "page.key.PRINT", Slot.PRINT_AGAIN, new KeyAction.PrintSheet());

    /** A key that does what its shortcut does on the page. */
    public PageKey(Shortcut shortcut, String words) {
        this(shortcut, words, Slot.of(shortcut), new KeyAction.Do(shortcut));
    }

    /** A key with its usual words. */
    public static PageKey of(Shortcut shortcut) {
        return new PageKey(shortcut, "page.key." + shortcut.name());
    }
}
