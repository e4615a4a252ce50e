package dev.dockhand.app.flow;

import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.protocol.Leases;
import java.util.List;
import java.util.Map;

/** What reaches a flow. Closed on purpose: a new input makes the compiler list what must change. */
public sealed interface Input {

    /**
     * A barcode was scanned, or typed by hand.
     *
     * @param code what it says
     */
    record Scanned(ScannedCode code) implements Input {}

    /**
     * A key was pressed, touched or scanned.
     *
     * @param command which
     */
    record Pressed(Command command) implements Input {}

    /**
     * Text was entered on the keypad that the screen showed.
     *
     * @param text at most 64 characters
     */
    record Entered(String text) implements Input {

        /** Leaves the text out: it may be a PIN. */
        @Override
        public String toString() {
            return "Entered[" + text.length() + " characters]";
        }
    }

    /**
     * One of the screen's options was chosen.
     *
     * @param option its id
     */
    record Chosen(String option) implements Input {}

    /**
     * The scale's stable weight was captured.
     *
     * @param grams weight
     * @param raw the scale's frame as hex
     * @param device which scale
     */
    record Weighed(Grams grams, String raw, String device) implements Input {}

    /**
     * The scale has no weight to give.
     *
     * @param reason key of the text that says why
     * @param passing whether the weight comes by itself once the operator has emptied the pan
     */
    record NotWeighed(String reason, boolean passing) implements Input {}

    /**
     * A print job ended.
     *
     * @param job reference that the effect carried
     * @param outcome what became of it
     * @param proof how far the printing was proved, as the printer room names it
     */
    record Printed(String job, Outcome outcome, String proof) implements Input {

        /** Begins the proof of a label that came out without all of its text; the fields follow. */
        public static final String INCOMPLETE = "INCOMPLETE ";

        /** The fields whose text is not whole on the label; empty when all is on it. */
        public String incomplete() {
            return proof.startsWith(INCOMPLETE) ? proof.substring(INCOMPLETE.length()) : "";
        }

        /** What became of a print job. */
        public enum Outcome {
            CONFIRMED,
            UNKNOWN,
            FAILED
        }
    }

    /**
     * The shop called off a shipment that this station holds.
     *
     * @param task its work
     */
    record Cancelled(TaskId task) implements Input {}

    /**
     * A supervisor gave the word that {@link Effect.AskSupervisor} asked for, once.
     *
     * @param supervisor who, to be kept in the act that is done by it
     */
    record Approved(OperatorId supervisor) implements Input {}

    /** Nobody gave the word that was asked for. */
    record NotApproved() implements Input {}

    /**
     * Work that was asked for by its name is not granted.
     *
     * @param refusal why, and who has it in hand
     */
    record NotGranted(Leases.Refusal refusal) implements Input {}

    /**
     * Somebody at the window wants the command sheet on labels; only the window has its words.
     *
     * @param labels the fields of each label, in order
     */
    record Sheet(List<Map<String, Object>> labels) implements Input {

        /** Copies the labels. */
        public Sheet {
            labels = labels.stream().map(Map::copyOf).toList();
        }
    }

    /** Something that the station knows has changed: new work, a new notice, work that was taken away. */
    record Changed() implements Input {}
}
