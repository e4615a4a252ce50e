package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The batch that a unit was made in, GS1 identifier 10.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record Lot(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Lot {
        value = Identifier.checked("lot", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
