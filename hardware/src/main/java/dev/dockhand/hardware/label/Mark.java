package dev.dockhand.hardware.label;

import dev.dockhand.hardware.label.TextStyle.Align;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing on a label after the layout: placed in dots, nothing left to decide but how a language says it. */
public sealed interface Mark {

    /** Dots from the left edge of the label. */
    int x();

    /** Dots from the upper edge of the label. */
    int y();

    /** A black rectangle. */
    record Bar(int x, int y, int width, int height) implements Mark {}

    /** A frame; its lines lie within width and height. */
    record Frame(int x, int y, int width, int height, int thickness) implements Mark {}

    /** Dots; what is white in them stays as it was. */
    record Dots(int x, int y, Picture picture) implements Mark {}

    /**
     * A line in the printer's own font; only for languages that ask for it.
     *
     * @param width the room that the line is aligned in
     * @param size height of the letters' cell in dots
     */
    record Letters(int x, int y, int width, int size, Align align, String text) implements Mark {}

    /** A mark that is a code and can be drawn as dots wherever a language has no command that is exactly it. */
    sealed interface Code extends Mark {
        /** The same code drawn dot by dot. */
        default Dots drawn() {
            return new Dots(x(), y(), Canvas.of(this));
        }
    }

    /**
     * Code 128 without quiet zones.
     *
     * @param values symbol characters from the start to the last data character
     * @param module width of a narrow bar in dots
     */
    record Bars(int x, int y, List<Integer> values, int module, int height) implements Code {
        /**
         * The digits of a code that is in subset C from its start to its end. It has one width only, so a printer that
         * chooses subsets by itself draws it as it was planned; of other codes nobody knows how wide it makes them.
         */
        public Optional<String> digits() {
            // Of one pair alone printers make either subset.
            boolean pairs = values.size() > 2
                    && values.getFirst() == Code128.START_C
                    && values.stream().skip(1).allMatch(value -> value < 100);
            return pairs
                    ? Optional.of(values.stream().skip(1).map("%02d"::formatted).collect(Collectors.joining()))
                    : Optional.empty();
        }
    }

    /**
     * EAN-13 without quiet zones.
     *
     * @param digits the first twelve; the check digit follows from them
     */
    record Ean(int x, int y, String digits, int module, int height) implements Code {}

    /** A QR code of error level M without its quiet zone. */
    record Qr(int x, int y, String data, int module) implements Code {}

    /** A square Data Matrix ECC 200 without its quiet zone. */
    record Matrix(int x, int y, String data, int module) implements Code {}
}
