package dev.dockhand.model.protocol;

import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units of one item at one place.
 *
 * @param place where
 * @param sku item
 * @param lot lot, absent for items without lots
 * @param expiry expiry date, absent where there is none
 * @param balance units; negative when the ledger says that more left than came
 */
public record StockBalance(
        Place place, Sku sku, @Nullable Lot lot, @Nullable LocalDate expiry, int balance) {}
