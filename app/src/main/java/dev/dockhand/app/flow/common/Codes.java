package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.NormalText;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import java.util.List;
import java.util.Optional;

/** Reads a scanned text as a name of something; absent where it cannot be one, whatever was scanned. */
public final class Codes {

    /** No barcode of an item is longer. */
    public static final int LONGEST_BARCODE = 100;

    private Codes() {}

    /** As a location. */
    public static Optional<LocationCode> location(ScannedCode code) {
        return Identifier.read(code.text(), LocationCode::new);
    }

    /** As a tote. */
    public static Optional<ToteCode> tote(ScannedCode code) {
        return Identifier.read(code.text(), ToteCode::new);
    }

    /** The notices that have this number: none, one, or those of several brands. */
    public static List<Asn> notices(ScannedCode code, Lookup lookup) {
        return Identifier.read(code.text(), AsnNumber::new).map(lookup::asns).orElse(List.of());
    }

    /** As a license plate: the SSCC in the code, else its text. */
    public static Optional<LicensePlate> plate(ScannedCode code) {
        return code.plate() != null ? Optional.of(code.plate()) : Identifier.read(code.text(), LicensePlate::new);
    }

    /** A lot as typed or scanned. */
    public static Optional<Lot> lot(String text) {
        return Identifier.read(text, Lot::new);
    }

    /** Whether a text can be the barcode of something. */
    public static boolean isName(String text, int longest) {
        return text.length() <= longest
                && Identifier.read(text, NormalText::identifier)
                        .filter(name -> !name.isEmpty())
                        .isPresent();
    }

    /** Whether the code is this waybill, with or without the hyphens that people read it by. */
    public static boolean says(ScannedCode code, WaybillNumber waybill) {
        return Identifier.read(code.text(), WaybillNumber::new)
                .filter(waybill::equals)
                .isPresent();
    }

    /** Whether the code says this name, upper or lower case. */
    public static boolean says(ScannedCode code, String name) {
        return code.text().strip().equalsIgnoreCase(name);
    }
}
