package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Something that a supervisor must settle.
 *
 * @param value 1 to 80 characters in their normal form
 */
public record ExceptionId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExceptionId {
        value = Identifier.checked("exception", value, 80);
    }

    @Override
    public String toString() {
        return value;
    }
}
