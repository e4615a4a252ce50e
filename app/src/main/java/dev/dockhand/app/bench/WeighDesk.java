package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Input;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the bench has its parcels weighed. */
public interface WeighDesk {

    /**
     * Captures the next stable weight of a freshly loaded pan. Never blocks; a newer call replaces an older one.
     *
     * @param ended told {@link Input.Weighed} once, or {@link Input.NotWeighed} while there is a reason to tell; on any
     *     thread
     */
    void capture(Consumer<Input> ended);

    /** Nobody waits for a weight any more. */
    void forget();

    /** What the scale shows now, absent where there is no scale. */
    @Nullable
    LiveWeight live();
}
