package dev.dockhand.app.flow;

import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Lot;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Codes as the scanner room reads them. */
public final class Scans {

    private Scans() {}

    /** A GTIN and nothing else. */
    public static ScannedCode gtin(String gtin) {
        return gs1(gtin, null, null, null);
    }

    /** A GTIN with what else the code holds. */
    public static ScannedCode gs1(
            String gtin, @Nullable String lot, @Nullable LocalDate expiry, @Nullable Integer count) {
        return new ScannedCode(
                "]C101" + gtin, gtin, lot == null ? null : new Lot(lot), expiry, count, null, null, false);
    }

    /** The SSCC of a plate. */
    public static ScannedCode sscc(LicensePlate plate) {
        return new ScannedCode("00" + plate, null, null, null, null, plate, null, false);
    }

    /** A code that is wrong in itself. */
    public static ScannedCode wrong(String text) {
        return new ScannedCode(text, null, null, null, null, null, Text.of("test.check-digit"), false);
    }
}
