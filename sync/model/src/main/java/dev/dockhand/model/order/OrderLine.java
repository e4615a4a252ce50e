package dev.dockhand.model.order;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;

/**
 * One item of an order.
 *
 * @param line 1, 2, 3 …
 * @param item item
 * @param quantity units ordered
 */
public record OrderLine(int line, ItemId item, Quantity quantity) {}
