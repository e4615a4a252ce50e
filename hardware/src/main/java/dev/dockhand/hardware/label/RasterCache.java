package dev.dockhand.hardware.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Texts that were rasterised before, so that the same words cost nothing the second time. Bounded; drops the oldest used. */
final class RasterCache {
    private final long limit;
    private final Map<Key, Drawn> drawn = new LinkedHashMap<>(64, 0.75f, true);
    private long held;

    /**
     * An empty cache.
     *
     * @param limit most bytes of dots that are kept
     */
    RasterCache(long limit) {
        this.limit = limit;
    }

    /** What is the same whenever these are equal. */
    record Key(String text, TextStyle style, int width, int height, Dpi dpi) {}

    /** A text as dots, where they stand in its area, and what of it is not among them. */
    record Drawn(Picture picture, int left, int top, List<Integer> missing, int kept) {
        /** What it takes to keep: its dots, and about as much for the bytes of a language. */
        private long weight() {
            return 2L
                    * Bitmap.stride(picture.bitmap().width())
                    * picture.bitmap().height();
        }
    }

    /** The drawn text, made only when it is not kept. */
    synchronized Drawn get(Key key, Supplier<Drawn> make) {
        Drawn kept = drawn.get(key);
        if (kept != null) {
            return kept;
        }
        Drawn made = make.get();
        drawn.put(key, made);
        held += made.weight();
        var oldest = drawn.entrySet().iterator();
        while (held > limit && drawn.size() > 1) {
            held -= oldest.next().getValue().weight();
            oldest.remove();
        }
        return made;
    }

    /** How many texts are kept. */
    synchronized int size() {
        return drawn.size();
    }

    /** Forgets everything. */
    synchronized void clear() {
        drawn.clear();
        held = 0;
    }
}
