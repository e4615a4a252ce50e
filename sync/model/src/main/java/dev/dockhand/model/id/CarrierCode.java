package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A carrier, for instance CJ; upper case, so that cj draws from the same range of waybills.
 *
 * @param value 1 to 20 characters in their normal form
 */
public record CarrierCode(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CarrierCode {
        value = Identifier.checked("carrier", value, 20).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
