package dev.dockhand.hardware.label;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Dots, and the bytes that a language sends for them. The bytes are made once: a picture belongs to one writer, so the
 * second label with the same text costs nothing.
 */
public final class Picture {
    private final Bitmap bitmap;
    private volatile byte @Nullable [] form;

    /** A picture of these dots. */
    public Picture(Bitmap bitmap) {
        this.bitmap = bitmap;
    }

    /** The dots. */
    public Bitmap bitmap() {
        return bitmap;
    }

    /**
     * The dots as a language sends them; not to be changed.
     *
     * @param make makes the bytes, the first time
     */
    public byte[] form(Function<Bitmap, byte[]> make) {
        byte[] made = form;
        if (made == null) {
            made = make.apply(bitmap);
            form = made;
        }
        return made;
    }
}
