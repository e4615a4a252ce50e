package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An event, a UUID made by the station.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record EventId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        value = Identifier.checked("event", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
