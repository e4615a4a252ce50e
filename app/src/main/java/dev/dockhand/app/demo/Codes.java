package dev.dockhand.app.demo;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Lot;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is printed on goods, as a scanner with symbology identifiers sends it. */
final class Codes {

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int GTIN_DIGITS = 14;

    private Codes() {}

    /** The barcode of a unit: EAN-13 where it has one. */
    static String unit(Item item) {
        if (item.barcodes().isEmpty()) {
            return item.sku().value();
        }
        String code = item.barcodes().getFirst();
        return isGtin(code) && code.startsWith("0") ? "]E0" + code.substring(1) : code;
    }

    /** The barcode of a case: GS1-128 with the lot and the expiry date; that of a unit where there is no GTIN. */
    static String lotted(Item item, @Nullable Lot lot, @Nullable LocalDate expiry) {
        String code = item.barcodes().isEmpty() ? "" : item.barcodes().getFirst();
        if (!isGtin(code) || lot == null || expiry == null) {
            return unit(item);
        }
        return "]C101" + code + "17" + SHORT_DATE.format(expiry) + "10" + lot.value();
    }

    /** The label of a license plate. */
    static String plate(LicensePlate plate) {
        return "]C100" + plate.value();
    }

    private static boolean isGtin(String code) {
        return code.length() == GTIN_DIGITS && code.chars().allMatch(Character::isDigit);
    }
}
