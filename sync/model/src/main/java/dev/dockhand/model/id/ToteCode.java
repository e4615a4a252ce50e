package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A container that picks are carried in; upper case, as printed on it.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record ToteCode(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ToteCode {
        value = Identifier.checked("tote", value, 40).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
