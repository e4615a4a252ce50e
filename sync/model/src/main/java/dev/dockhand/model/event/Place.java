package dev.dockhand.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.ToteCode;
import java.util.Arrays;

/**
 * Where stock can be. Written as {@code KIND:code}, for instance {@code LOCATION:A-01-02}.
 *
 * @param kind what sort of place it is
 * @param code which one; {@code -} for the kinds that there is only one of
 */
public record Place(Kind kind, String code) {

    /** Outside, before receiving. */
    public static final Place SUPPLIER = new Place(Kind.SUPPLIER, "-");

    /** Outside, lost or found: the other side of a correction. */
    public static final Place CORRECTION = new Place(Kind.CORRECTION, "-");

    /** Checks the code as every identifier. */
    public Place {
        code = Identifier.checked("place", code, 60);
    }

    /** A location of the warehouse. */
    public static Place of(LocationCode location) {
        return new Place(Kind.LOCATION, location.value());
    }

    /** A license plate that was received and not yet put away. */
    public static Place of(LicensePlate plate) {
        return new Place(Kind.LICENSE_PLATE, plate.value());
    }

    /** A tote with picked goods. */
    public static Place of(ToteCode tote) {
        return new Place(Kind.TOTE, tote.value());
    }

    /** The parcel of a shipment: goods in it are shipped out. */
    public static Place of(ShipmentId shipment) {
        return new Place(Kind.PARCEL, shipment.value());
    }

    /** Reads the written form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Place parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a place is written KIND:code");
        }
        String kind = text.substring(0, colon);
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known -> new Place(known, text.substring(colon + 1)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the kind of a place is one of " + Arrays.toString(Kind.values())));
    }

    @JsonValue
    @Override
    public String toString() {
        return kind + ":" + code;
    }

    /** The sorts of places. */
    public enum Kind {
        SUPPLIER,
        LICENSE_PLATE,
        LOCATION,
        TOTE,
        PARCEL,
        CORRECTION;

        /** Whether goods there are in the house and counted as on hand. */
        public boolean isOnHand() {
            return this == LICENSE_PLATE || this == LOCATION || this == TOTE;
        }
    }
}
