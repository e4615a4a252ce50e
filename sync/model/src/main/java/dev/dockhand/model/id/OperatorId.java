package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A person who works on the floor.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record OperatorId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperatorId {
        value = Identifier.checked("operator", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
