package dev.dockhand.app.demo;

import dev.dockhand.app.flow.Command;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.measure.Grams;
import org.jspecify.annotations.Nullable;

/** What the station asks of its operator now. */
sealed interface Wish {

    /**
     * Scan a code.
     *
     * @param kind what it is on
     * @param code what the scanner sends
     * @param name words for people: a place, a number; the item has a name of its own
     * @param item the item, absent for everything else
     */
    record Scan(
            Kind kind, String code, String name, @Nullable Item item) implements Wish {

        static Scan of(Kind kind, String code, String name) {
            return new Scan(kind, code, name, null);
        }
    }

    /** What a code is on. */
    enum Kind {
        BADGE,
        ITEM,
        LOCATION,
        TOTE,
        NOTICE,
        PLATE,
        WAYBILL
    }

    /**
     * Put the parcel on the pan.
     *
     * @param expected what it should weigh
     */
    record Put(Grams expected) implements Wish {}

    /** Press a key. */
    record Press(Command command) implements Wish {}

    /** Type on the keypad. */
    record Type(String text) implements Wish {}

    /** Choose an option. */
    record Choose(String option) implements Wish {}

    /** Wait: a device or the server is at work. */
    record Wait() implements Wish {}

    /** Decide: people choose freely here. */
    record Decide() implements Wish {}
}
