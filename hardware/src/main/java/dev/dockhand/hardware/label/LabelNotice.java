package dev.dockhand.hardware.label;

import dev.dockhand.model.id.NormalText;

/**
 * Something of a field is not on the label as it was given.
 *
 * @param field path of the field, as {@code recipient.address}; empty for a text of the template
 * @param kind what happened to it
 * @param number the character that became an empty square, or how many characters there was room for
 */
public record LabelNotice(String field, Kind kind, int number) {

    /** What happened to a field's text. */
    public enum Kind {
        /** No font has the character: an empty square stands in its place. */
        REPLACED,
        /** The text is longer than its place holds in the smallest letters: it ends in an ellipsis. */
        CUT
    }

    /** What happened in plain English; of the text it names nothing but the character. */
    public String message() {
        String what = switch (kind) {
            case REPLACED -> "no font has %s; an empty square stands for it".formatted(NormalText.named(number));
            case CUT -> "is cut: at most %d characters of it fit".formatted(number);
        };
        return field.isEmpty() ? what : field + ": " + what;
    }
}
