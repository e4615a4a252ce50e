package dev.dockhand.model.task;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A license plate that was received and waits for putaway.
 *
 * @param plate its number
 * @param sku item on it
 * @param lot lot, absent for items without lots
 * @param expiry expiry date, absent where there is none
 * @param quantity units on it
 * @param condition whether they can be sold; damaged goods go to a damaged location only
 */
public record Plate(
        LicensePlate plate,
        Sku sku,
        @Nullable Lot lot,
        @Nullable LocalDate expiry,
        Quantity quantity,
        Act.Condition condition) {}
