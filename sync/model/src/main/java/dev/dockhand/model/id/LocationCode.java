package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A place on the floor or in a rack; upper case, as printed on its label.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record LocationCode(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocationCode {
        value = Identifier.checked("location", value, 40).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
