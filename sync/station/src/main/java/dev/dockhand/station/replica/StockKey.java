package dev.dockhand.station.replica;

import dev.dockhand.model.id.Lot;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an absent lot and an absent expiry date stand in a key: as empty text. */
final class StockKey {

    private StockKey() {}

    static String lot(@Nullable Lot lot) {
        return lot == null ? "" : lot.value();
    }

    static @Nullable Lot lot(String text) {
        return text.isEmpty() ? null : new Lot(text);
    }

    static String expiry(@Nullable LocalDate expiry) {
        return expiry == null ? "" : expiry.toString();
    }

    static @Nullable LocalDate expiry(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
