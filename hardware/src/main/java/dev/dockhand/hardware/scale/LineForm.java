package dev.dockhand.hardware.scale;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form of one kind of frame, as a regular expression over its bytes (one character each, delimiters included) with
 * named parts. {@code weight}, {@code sign}, {@code unit}, {@code exponent} and {@code check} have a meaning of their own;
 * what every other part means stands in the profile's {@link FieldTable}s.
 *
 * @param form the expression; the whole frame must fit
 * @param means what such a frame is
 * @param flags what it always says
 * @param rests true when the scale sends it only while the weight rests
 * @param binary true when {@code weight} is a number of bytes, the lowest first, times ten to the power of
 *     {@code exponent}; false when it is digits
 * @param unit the unit of the weight, where the frame has none
 * @param checked the part over whose bytes {@code check} is the exclusive or
 * @param outcome what came of a command that is answered so
 * @param send what the scale now waits for
 */
public record LineForm(
        Pattern form,
        Meaning means,
        Set<StatusFlag> flags,
        boolean rests,
        boolean binary,
        Optional<WeightUnit> unit,
        Optional<String> checked,
        Optional<CommandOutcome> outcome,
        Optional<String> send) {

    /** The parts that need no table. */
    static final Set<String> NUMBERS = Set.of("weight", "sign", "unit", "exponent", "check");

    /** Keeps its own copy. */
    public LineForm {
        flags = Set.copyOf(flags);
    }

    /** What a frame is. */
    public enum Meaning {
        /** A weight, or in its place the reason why there is none. */
        WEIGHT,
        /** A status without a weight: the answer to a command, or the reason why there is no weight. */
        STATUS,
        /** The answer to a command; flags beside it are an error of a weighing. */
        ANSWER,
        /** Something that asks for the next step of a handshake. */
        PROMPT,
        /** Something else. */
        NOTICE;

        static Meaning of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The parts of the form that only a table explains. */
    Set<String> fields() {
        return form.namedGroups().keySet().stream()
                .filter(name ->
                        !NUMBERS.contains(name) && checked.filter(name::equals).isEmpty())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    boolean has(String part) {
        return form.namedGroups().containsKey(part);
    }
}
