package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.texts.Grouped;
import dev.dockhand.model.id.PictureId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the window shows, in words of one language. Two equal values look the same.
 *
 * @param page which page is open
 * @param strip the status strip
 * @param work the job
 * @param band the latest verdict, absent before the first
 * @param mustAnswer whether the verdict covers the job until it is answered on purpose
 * @param keys the key row
 * @param notices what the operator should know beside the job
 * @param early what is said to a touch that came too early to be meant; absent without one
 */
public record Shown(
        PageId page,
        Strip strip,
        Work work,
        @Nullable Band band,
        boolean mustAnswer,
        List<Key> keys,
        List<String> notices,
        @Nullable String early) {

    /** How much attention something wants; each has a shape and a colour. */
    public enum Level {
        FINE,
        LOOK,
        BAD
    }

    /**
     * The status strip.
     *
     * @param station name of the station
     * @param operator who is signed in, or words for nobody
     * @param job name of the job
     * @param cutOff the next pick-up in words, absent when none is near
     * @param lamps a lamp a device
     * @param sync the sync lamp
     * @param time time of day
     */
    public record Strip(
            String station,
            String operator,
            String job,
            @Nullable Lamp cutOff,
            List<DeviceWord> lamps,
            Lamp sync,
            String time) {}

    /** Words with the attention that they want. */
    public record Lamp(Level level, String words) {}

    /**
     * One device.
     *
     * @param kind SCANNER, SCALE or PRINTER
     * @param level how much attention it wants
     * @param words its kind, with its state where that is not fine
     */
    public record DeviceWord(String kind, Level level, String words) {}

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
    public record Work(
            FlowId flow,
            String step,
            String instruction,
            @Nullable String hint,
            @Nullable Card card,
            @Nullable Count count,
            Side side,
            @Nullable Entry entry,
            Choices choices,
            @Nullable Weight weight) {}

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
     * What is typed.
     *
     * @param kind which keys there are
     * @param typed as shown: a PIN as dots, a date with its gaps
     * @param isEmpty whether nothing was typed yet
     * @param unit words behind it, empty when none
     */
    public record Entry(Screen.Keypad.Kind kind, String typed, boolean isEmpty, String unit) {}

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
    }

    /**
     * One option.
     *
     * @param number its number key, 1 to 9
     * @param label words
     * @param detail smaller words, empty when none
     */
    public record Choice(int number, String label, String detail) {}

    /**
     * The live weight.
     *
     * @param figure figure, or a dash where there is none
     * @param unit its unit
     * @param level FINE when it can be captured
     * @param words the scale's state
     */
    public record Weight(String figure, String unit, Level level, String words) {}

    /**
     * A verdict.
     *
     * @param tone its tone
     * @param word one word for the tone
     * @param text what it says
     * @param past tones of the verdicts before it, latest first
     */
    public record Band(Verdict.Tone tone, String word, String text, List<Verdict.Tone> past) {}

    /**
     * One key of the key row.
     *
     * @param action what it does
     * @param label its word
     * @param shortcut its key on the keyboard
     * @param barcode text of its barcode
     * @param slot where it lies
     * @param primary whether it is the one that usually comes next
     */
    public record Key(Action action, String label, Shortcut shortcut, String barcode, Slot slot, boolean primary) {}

    /** What a key does. */
    public sealed interface Action {
        /** A key of the job. */
        record Press(Command command) implements Action {}

        /** A page of the window. */
        record Open(PageId page) implements Action {}

        /** What a shortcut does on the open page. */
        record Do(Shortcut shortcut) implements Action {}

        /** Prints the command sheet. */
        record PrintSheet() implements Action {}
    }
}
