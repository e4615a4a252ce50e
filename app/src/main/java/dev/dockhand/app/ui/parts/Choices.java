package dev.dockhand.app.ui.parts;

import java.util.List;

/**
 * Options of one page.
 *
 * @param list at most nine
 * @param page which page, from 0
 * @param pages how many
 */
public record Choices(List<Choice> list, int page, int pages) {
    /** No options. */
    public static final Choices NONE = new Choices(List.of(), 0, 1);

    /**
     * One option.
     *
     * @param number its number key, 1 to 9
     * @param label words
     * @param detail smaller words, empty when none
     */
    public record Choice(int number, String label, String detail) {}
}
