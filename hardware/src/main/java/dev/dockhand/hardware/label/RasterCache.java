package dev.dockhand.hardware.label;

import java.util.LinkedHashMap;
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
     * @param limit most characters of graphic data that are kept
     */
    RasterCache(long limit) {
        this.limit = limit;
    }

    /** What is the same whenever these are equal. */
    record Key(String text, TextStyle style, int width, int height, Dpi dpi) {}

    /** A text as the parameters of a graphic field, and where it stands in its area. */
    record Drawn(String graphic, int left, int top) {}

    /** The drawn text, made only when it is not kept. */
    synchronized Drawn get(Key key, Supplier<Drawn> make) {
        Drawn kept = drawn.get(key);
        if (kept != null) {
            return kept;
        }
        Drawn made = make.get();
        drawn.put(key, made);
        held += made.graphic().length();
        var oldest = drawn.entrySet().iterator();
        while (held > limit && drawn.size() > 1) {
            held -= oldest.next().getValue().graphic().length();
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
