package dev.dockhand.model.id;

/** A name of one thing. Two identifiers are equal when their type and text are. */
public interface Identifier {

    /** The text as printed and scanned. */
    String value();

    /**
     * Checks the text of an identifier.
     *
     * @param what the field's word for it, used in the error
     * @param value the text
     * @param longest how many characters are allowed
     * @return the text without surrounding blanks
     * @throws IllegalArgumentException when it is empty, too long, or holds a control character
     */
    static String checked(String what, String value, int longest) {
        String text = value.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "%s has %d characters, at most %d are allowed".formatted(what, text.length(), longest));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " holds a control character");
        }
        return text;
    }
}
