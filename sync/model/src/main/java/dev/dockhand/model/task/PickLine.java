package dev.dockhand.model.task;

import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Take so many of one item from one place.
 *
 * @param line 1, 2, 3 … in walking order
 * @param sku item
 * @param lot allocated lot, absent for items without lots
 * @param expiry expiry of that lot, absent where there is none
 * @param location where it is
 * @param quantity units to take
 * @param picked units taken before the lease was granted
 * @param shorted units found missing before the lease was granted
 */
public record PickLine(
        int line,
        Sku sku,
        @Nullable Lot lot,
        @Nullable LocalDate expiry,
        LocationCode location,
        Quantity quantity,
        Quantity picked,
        Quantity shorted) {}
