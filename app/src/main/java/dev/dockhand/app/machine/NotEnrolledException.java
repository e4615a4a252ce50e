package dev.dockhand.app.machine;

import dev.dockhand.app.flow.Text;
import org.jspecify.annotations.Nullable;

/** The machine was not enrolled; nothing was changed. */
public final class NotEnrolledException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text words;
    private final boolean passing;

    /**
     * A failure.
     *
     * @param words what is wrong and what to do
     * @param passing whether the same may do later, as when the server does not answer yet
     */
    public NotEnrolledException(Text words, boolean passing, @Nullable Throwable cause) {
        super(words.key(), cause);
        this.words = words;
        this.passing = passing;
    }

    /** What is wrong and what to do. */
    public Text words() {
        return words;
    }

    /** Whether the same may do later. */
    public boolean isPassing() {
        return passing;
    }
}
