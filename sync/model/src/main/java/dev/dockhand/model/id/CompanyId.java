package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The company that the data belongs to.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record CompanyId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CompanyId {
        value = Identifier.checked("company", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
