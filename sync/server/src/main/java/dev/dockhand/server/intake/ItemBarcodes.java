package dev.dockhand.server.intake;

import dev.dockhand.model.id.CheckDigit;
import dev.dockhand.model.id.Gtin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The barcodes of an item: GTINs in full, others as they stand. */
final class ItemBarcodes {

    private static final int LONGEST_BARCODE = 60;
    private static final int MOST_BARCODES = 20;
    private static final int UPC_WITHOUT_ZERO = 11;

    private ItemBarcodes() {}

    static List<String> of(Fields row) throws BadFieldException {
        Set<String> barcodes = new LinkedHashSet<>();
        for (String barcode : row.codes("barcodes", LONGEST_BARCODE)) {
            barcodes.addAll(checked(row, barcode));
        }
        if (barcodes.size() > MOST_BARCODES) {
            throw row.bad("barcodes", "TOO_LONG", "an item has at most %d barcodes".formatted(MOST_BARCODES));
        }
        return List.copyOf(barcodes);
    }

    private static List<String> checked(Fields row, String barcode) throws BadFieldException {
        if (Gtin.isShaped(barcode)) {
            Gtin gtin = Gtin.read(barcode)
                    .orElseThrow(() ->
                            row.bad("barcodes", "BAD_CHECK_DIGIT", barcode + " is no GTIN: its check digit is wrong"));
            if (!CheckDigit.isRight(barcode)) {
                row.notice("barcodes", "UPC_E", gtin.shortest(), "the digits are a UPC-E");
            }
            return List.of(gtin.digits());
        }
        Optional<Gtin> whole = Gtin.withZerosBack(barcode);
        if (whole.isEmpty()) {
            return List.of(barcode);
        }
        String gtin = whole.get().digits();
        if (barcode.length() == UPC_WITHOUT_ZERO) {
            row.notice("barcodes", "ZERO_BACK", whole.get().shortest(), "eleven digits are a UPC-A without its zero");
            return List.of(gtin);
        }
        // So few digits may be a number of the house's own: both are known then.
        row.notice("barcodes", "ZERO_BACK", barcode + " and " + gtin, "it may be a GTIN without its zeros");
        return List.of(barcode, gtin);
    }
}
