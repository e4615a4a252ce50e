package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.ToteCode;
import java.util.Optional;

/** Reads a scanned text as a name of something; absent where it cannot be one, whatever was scanned. */
public final class Codes {

    /** No barcode of an item is longer. */
    public static final int LONGEST_BARCODE = 100;

    private static final int LONGEST = 40;

    private Codes() {}

    /** Whether a text can be a name: not blank, not too long, without control characters. */
    public static boolean isName(String text, int longest) {
        String name = text.strip();
        return !name.isEmpty() && name.length() <= longest && name.chars().noneMatch(Character::isISOControl);
    }

    /** As a location. */
    public static Optional<LocationCode> location(ScannedCode code) {
        return isName(code.text(), LONGEST) ? Optional.of(new LocationCode(code.text())) : Optional.empty();
    }

    /** As a tote. */
    public static Optional<ToteCode> tote(ScannedCode code) {
        return isName(code.text(), LONGEST) ? Optional.of(new ToteCode(code.text())) : Optional.empty();
    }

    /** As a notice. */
    public static Optional<AsnNumber> asn(ScannedCode code) {
        return isName(code.text(), LONGEST) ? Optional.of(new AsnNumber(code.text())) : Optional.empty();
    }

    /** As a license plate: the SSCC in the code, else its text. */
    public static Optional<LicensePlate> plate(ScannedCode code) {
        if (code.plate() != null) {
            return Optional.of(code.plate());
        }
        return isName(code.text(), LONGEST) ? Optional.of(new LicensePlate(code.text())) : Optional.empty();
    }

    /** A lot as typed or scanned. */
    public static Optional<Lot> lot(String text) {
        return isName(text, LONGEST) ? Optional.of(new Lot(text)) : Optional.empty();
    }

    /** Whether the code says this name, upper or lower case. */
    public static boolean says(ScannedCode code, String name) {
        return code.text().strip().equalsIgnoreCase(name);
    }
}
