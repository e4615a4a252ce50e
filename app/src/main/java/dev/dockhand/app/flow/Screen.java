package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the operator sees, as data: one instruction at a time, in the largest type. The window draws it; a test and the
 * scripted operator read it.
 *
 * @param flow which job
 * @param step stable name of the step, for instance {@code packing.scan-item}
 * @param instruction what to do next
 * @param hint details below it, absent when there are none
 * @param item the item in question, absent when there is none
 * @param counter how many of how many, absent when nothing is counted
 * @param rows the lines at the side
 * @param summary words below the rows: box, weight
 * @param keypad the keypad to show, absent when none
 * @param options choices to show instead of the item, empty when none
 * @param scale whether the live weight is shown large
 * @param counting whether the same code scanned again is one more unit, so that no scan may be left out as read twice
 * @param forGood whether confirming, or choosing, does what nobody can take back; the key then lies in a place of its own
 * @param commands the keys that do something now, in order
 */
public record Screen(
        FlowId flow,
        String step,
        Text instruction,
        @Nullable Text hint,
        @Nullable ItemCard item,
        @Nullable Counter counter,
        List<Row> rows,
        List<Text> summary,
        @Nullable Keypad keypad,
        List<Option> options,
        boolean scale,
        boolean counting,
        boolean forGood,
        List<Command> commands) {

    /** Copies the lists. */
    public Screen {
        rows = List.copyOf(rows);
        summary = List.copyOf(summary);
        options = List.copyOf(options);
        commands = List.copyOf(commands);
    }

    /** A screen with an instruction and keys; add the rest with the {@code with} methods. */
    public static Screen of(FlowId flow, String step, Text instruction, Command... commands) {
        return new Screen(
                flow,
                step,
                instruction,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                false,
                false,
                false,
                List.of(commands));
    }

    /** Whether a badge or PIN is asked for, so that nothing that is typed or scanned may be repeated. */
    public boolean isSecret() {
        return keypad != null && keypad.kind().isSecret();
    }

    /** With details below the instruction. */
    public Screen withHint(Text text) {
        return with(parts -> parts.hint = text);
    }

    /** With the item in question and how many of how many. */
    public Screen withItem(ItemCard card, @Nullable Counter count) {
        return with(parts -> {
            parts.item = card;
            parts.counter = count;
        });
    }

    /** With lines at the side and words below them. */
    public Screen withRows(List<Row> lines, List<Text> words) {
        return with(parts -> {
            parts.rows = lines;
            parts.summary = words;
        });
    }

    /** With a keypad. */
    public Screen withKeypad(Keypad pad) {
        return with(parts -> parts.keypad = pad);
    }

    /** With choices. */
    public Screen withOptions(List<Option> choices) {
        return with(parts -> parts.options = choices);
    }

    /** With the live weight shown large. */
    public Screen withScale() {
        return with(parts -> parts.scale = true);
    }

    /** With each scan of a code being one more unit. */
    public Screen withCounting() {
        return with(parts -> parts.counting = true);
    }

    /** With a key, or choices, that do what nobody can take back. */
    public Screen withForGood() {
        return with(parts -> parts.forGood = true);
    }

    private Screen with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new Screen(
                flow,
                step,
                instruction,
                parts.hint,
                parts.item,
                parts.counter,
                parts.rows,
                parts.summary,
                parts.keypad,
                parts.options,
                parts.scale,
                parts.counting,
                parts.forGood,
                commands);
    }

    /** What can be added to a screen, while it is added. */
    private static final class Parts {
        private @Nullable Text hint;
        private @Nullable ItemCard item;
        private @Nullable Counter counter;
        private List<Row> rows;
        private List<Text> summary;
        private @Nullable Keypad keypad;
        private List<Option> options;
        private boolean scale;
        private boolean counting;
        private boolean forGood;

        Parts(Screen screen) {
            hint = screen.hint;
            item = screen.item;
            counter = screen.counter;
            rows = screen.rows;
            summary = screen.summary;
            keypad = screen.keypad;
            options = screen.options;
            scale = screen.scale;
            counting = screen.counting;
            forGood = screen.forGood;
        }
    }

    /**
     * The item in question.
     *
     * @param item item
     * @param place where to take it from or put it, in large type; absent when it does not matter
     * @param facts lot, expiry and what else tells it from its neighbours
     */
    public record ItemCard(Item item, @Nullable String place, List<Text> facts) {

        /** Copies the list. */
        public ItemCard {
            facts = List.copyOf(facts);
        }
    }

    /**
     * How many of how many.
     *
     * @param done so far
     * @param of wanted
     */
    public record Counter(Quantity done, Quantity of) {}

    /**
     * One line at the side.
     *
     * @param state where it stands; drawn as a shape, not only a colour
     * @param label what it is
     * @param count how many, absent when nothing is counted
     */
    public record Row(State state, Text label, @Nullable Counter count) {

        /** Where a line stands. */
        public enum State {
            DONE,
            CURRENT,
            OPEN,
            /** Nothing more comes, though less came than wanted. */
            SHORT,
            /** More came than wanted. */
            OVER
        }
    }

    /**
     * A keypad.
     *
     * @param kind which keys it has
     * @param unit words behind the figure; absent when none
     */
    public record Keypad(Kind kind, @Nullable Text unit) {

        /** Kinds of keypads. */
        public enum Kind {
            /** A whole number. */
            NUMBER,
            /** A secret number, shown as dots. */
            PIN,
            /** Letters and digits as for a code; shown as dots, since people type their PIN here by mistake. */
            BADGE,
            /** A date, entered as YYMMDD. */
            DATE,
            /** Letters and digits, upper case. */
            CODE;

            /** Whether what is typed may be a PIN, so that nothing of it is ever shown. */
            public boolean isSecret() {
                return this == PIN || this == BADGE;
            }

            /** Whether it has letters, and needs the room for them. */
            public boolean hasLetters() {
                return this == CODE || this == BADGE;
            }
        }
    }

    /**
     * A choice, chosen by touch, by its number key or by scanning {@code DH-n}.
     *
     * @param id what {@link Input.Chosen} carries
     * @param label words
     * @param detail smaller words below; absent when none
     */
    public record Option(String id, Text label, @Nullable Text detail) {}
}
