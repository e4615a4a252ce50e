package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.model.catalogue.Item;
import java.util.List;

/** Which item a barcode means. */
public sealed interface Found {

    /** Nobody knows the code. */
    record None() implements Found {}

    /**
     * Exactly one.
     *
     * @param item the item
     */
    record One(Item item) implements Found {}

    /**
     * Several items carry the same barcode; the flow must ask or know which one is meant.
     *
     * @param items at least two
     */
    record Several(List<Item> items) implements Found {
        /** Copies the list. */
        public Several {
            items = List.copyOf(items);
        }
    }

    /** Looks a code up. */
    static Found item(ScannedCode code, Lookup lookup) {
        List<Item> items = items(code, lookup);
        return switch (items.size()) {
            case 0 -> new None();
            case 1 -> new One(items.getFirst());
            default -> new Several(items);
        };
    }

    /** Every item that carries the code; by its GTIN, else by the text as printed. */
    static List<Item> items(ScannedCode code, Lookup lookup) {
        if (!Codes.isName(code.barcode(), Codes.LONGEST_BARCODE)) {
            return List.of();
        }
        List<Item> byBarcode = lookup.itemsByBarcode(code.barcode());
        return byBarcode.isEmpty() && Codes.isName(code.text(), Codes.LONGEST_BARCODE)
                ? lookup.itemsByBarcode(code.text().strip())
                : byBarcode;
    }
}
