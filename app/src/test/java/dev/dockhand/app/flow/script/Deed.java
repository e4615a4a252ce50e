package dev.dockhand.app.flow.script;

import dev.dockhand.app.flow.Command;
import dev.dockhand.model.measure.Grams;

/** What a person at the bench does next. Closed, so that a harness handles all of it. */
public sealed interface Deed {

    /**
     * Holds a barcode before the scanner.
     *
     * @param text what the barcode says; GTINs with 14 digits
     */
    record Scan(String text) implements Deed {}

    /**
     * Presses, touches or scans a key.
     *
     * @param command which
     */
    record Press(Command command) implements Deed {}

    /**
     * Enters something on the keypad that is shown.
     *
     * @param text what
     */
    record Type(String text) implements Deed {}

    /**
     * Chooses an option that is shown.
     *
     * @param option its id
     */
    record Choose(String option) implements Deed {}

    /**
     * Puts the parcel on the scale, and takes it off again once the step has changed.
     *
     * @param grams what it weighs
     */
    record PutOnScale(Grams grams) implements Deed {}

    /** Waits for a device. */
    record Wait() implements Deed {}

    /** Nothing is left to do: the shift is over. */
    record Rest() implements Deed {}
}
