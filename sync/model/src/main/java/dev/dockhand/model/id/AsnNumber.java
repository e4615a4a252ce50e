package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An advance shipping notice.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record AsnNumber(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AsnNumber {
        value = Identifier.checked("ASN number", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
