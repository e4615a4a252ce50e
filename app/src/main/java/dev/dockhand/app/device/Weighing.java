package dev.dockhand.app.device;

import dev.dockhand.model.measure.Grams;
import org.jspecify.annotations.Nullable;

/** Where the bench has its parcels weighed. */
public interface Weighing {

    /**
     * Captures the next stable weight of a freshly loaded pan. Never blocks; a newer call replaces an older one.
     *
     * @param taker told the weight once, or why there is none while there is a reason to tell
     */
    void capture(Taker taker);

    /** Who waits for a weight; told on any thread. */
    interface Taker {

        /**
         * The weight was captured.
         *
         * @param raw the scale's frame as hex
         * @param device which scale
         */
        void weighed(Grams grams, String raw, String device);

        /**
         * The scale has no weight to give.
         *
         * @param reason key of the text that says why
         * @param passing whether the weight comes by itself once the pan was emptied
         */
        void notWeighed(String reason, boolean passing);
    }

    /** Nobody waits for a weight any more. */
    void forget();

    /** What the scale shows now, absent where there is no scale. */
    @Nullable
    LiveWeight live();
}
