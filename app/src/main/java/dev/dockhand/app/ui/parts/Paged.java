package dev.dockhand.app.ui.parts;

import dev.dockhand.app.ui.parts.Choices.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Options in pages of nine, so that each has a number key. */
public final class Paged {

    /** Options on one page. */
    public static final int SIZE = 9;

    private Paged() {}

    /**
     * Words of one option.
     *
     * @param label words
     * @param detail smaller words, empty when none
     */
    public record Words(String label, String detail) {}

    /** One page of options in words. */
    public static <T> Choices of(List<T> options, int page, Function<T, Words> words) {
        int pages = pages(options.size());
        int shown = Math.floorMod(page, pages);
        List<Choice> choices = new ArrayList<>();
        for (int i = shown * SIZE; i < Math.min(options.size(), (shown + 1) * SIZE); i++) {
            Words of = words.apply(options.get(i));
            choices.add(new Choice(i - shown * SIZE + 1, of.label(), of.detail()));
        }
        return new Choices(List.copyOf(choices), shown, pages);
    }

    /** How many pages so many options take. */
    public static int pages(int options) {
        return Math.max(1, (options + SIZE - 1) / SIZE);
    }
}
