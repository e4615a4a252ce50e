package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One parcel-to-be of an order.
 *
 * @param value 1 to 60 characters in their normal form
 */
public record ShipmentId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShipmentId {
        value = Identifier.checked("shipment", value, 60);
    }

    @Override
    public String toString() {
        return value;
    }
}
