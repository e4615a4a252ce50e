package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.KeypadEntry;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.texts.Grouped;
import dev.dockhand.model.id.PictureId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The job.
 *
 * @param flow which job
 * @param step stable name of the step
 * @param instruction what to do next
 * @param hint details, absent when there are none
 * @param card the item, absent when there is none
 * @param count how many of how many, absent when nothing is counted
 * @param side the lines at the side
 * @param entry what is typed on a keypad, absent without one
 * @param choices the options of the current page
 * @param weight the live weight when it is shown large
 */
public record WorkShown(
        FlowId flow,
        String step,
        String instruction,
        @Nullable String hint,
        @Nullable Card card,
        @Nullable Count count,
        Side side,
        @Nullable KeypadEntry entry,
        Choices choices,
        @Nullable Weight weight) {

    /**
     * The item.
     *
     * @param name its name in the operator's language
     * @param otherName its name in the other language, absent when it is the same
     * @param sku its key
     * @param facts lot, expiry and what else tells it from its neighbours
     * @param place where to take it from or put it, absent when it does not matter
     * @param initial letter on the picture tile
     * @param hue colour of the picture tile, 0 to 7
     * @param picture what it looks like, absent where nobody gave a picture
     */
    public record Card(
            String name,
            @Nullable String otherName,
            String sku,
            List<String> facts,
            @Nullable String place,
            String initial,
            int hue,
            @Nullable PictureId picture) {}

    /**
     * How many of how many.
     *
     * @param done so far
     * @param of wanted
     */
    public record Count(int done, int of) {
        /** Share that is done, 0 to 1. */
        public double share() {
            return of == 0 ? 1 : Math.min(1, (double) done / of);
        }

        /** Both figures. */
        public String words() {
            return Grouped.of(done) + " / " + Grouped.of(of);
        }
    }

    /**
     * Lines at the side.
     *
     * @param heading how many lines are done, or what the lines are; empty where they need no words
     * @param share share of lines on which nothing is left to do, 0 to 1; absent where nothing is counted on them
     * @param lines the lines
     * @param summary words below them
     */
    public record Side(String heading, @Nullable Double share, List<Line> lines, List<String> summary) {
        /** Whether there is nothing at the side. */
        public boolean isEmpty() {
            return lines.isEmpty() && summary.isEmpty();
        }
    }

    /**
     * One line.
     *
     * @param state where it stands
     * @param label what it is
     * @param count how many, empty when nothing is counted
     */
    public record Line(Screen.Row.State state, String label, String count) {}

    /**
     * The live weight.
     *
     * @param figure figure, or a dash where there is none
     * @param unit its unit
     * @param level FINE when it can be captured
     * @param words the scale's state
     */
    public record Weight(String figure, String unit, Level level, String words) {}
}
