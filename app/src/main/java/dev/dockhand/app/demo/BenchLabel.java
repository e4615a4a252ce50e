package dev.dockhand.app.demo;

import dev.dockhand.hardware.virtual.PrintedLabel;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * A label that came out of the virtual printer, as a person sees it.
 *
 * @param paper the piece of paper
 * @param image its picture, drawn from the bytes that the printer got; absent when they cannot be drawn
 * @param code what a scanner reads on it, with the symbology identifier of GS1 data; absent when nothing can be read
 */
public record BenchLabel(
        PrintedLabel paper,
        @Nullable BufferedImage image,
        @Nullable String code) {

    /** Whether a person would stick it on a box: it came out whole and can be read. */
    public boolean isGood() {
        return paper.condition() != PrintedLabel.Condition.DAMAGED && code != null;
    }
}
