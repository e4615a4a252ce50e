package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A piece of work that can be leased to a station.
 *
 * @param value 1 to 60 characters in their normal form
 */
public record TaskId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskId {
        value = Identifier.checked("task", value, 60);
    }

    @Override
    public String toString() {
        return value;
    }
}
