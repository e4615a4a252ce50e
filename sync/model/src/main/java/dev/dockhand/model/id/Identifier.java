package dev.dockhand.model.id;

import java.util.Optional;
import java.util.function.Function;

/** A name of one thing. Two identifiers are equal when their type and text are. */
public interface Identifier {

    /** The text as printed and scanned. */
    String value();

    /**
     * Checks the text of an identifier and brings it to its one form.
     *
     * @param what the field's word for it, used in the error
     * @param value the text
     * @param longest how many characters are allowed
     * @return the text as {@link NormalText#identifier} has it
     * @throws IllegalArgumentException when it is empty, too long, or holds a character that an identifier cannot hold
     */
    static String checked(String what, String value, int longest) {
        String text;
        try {
            text = NormalText.identifier(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + " " + e.getMessage(), e);
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "%s has %d characters, at most %d are allowed".formatted(what, text.length(), longest));
        }
        return text;
    }

    /**
     * Reads a text that may be an identifier, as one that was scanned.
     *
     * @param text as scanned, typed or read
     * @param kind makes the identifier, or throws
     * @return empty when the text cannot be one of this kind
     */
    static <T> Optional<T> read(String text, Function<String, T> kind) {
        try {
            return Optional.of(kind.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
