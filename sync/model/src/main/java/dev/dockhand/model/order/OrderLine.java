package dev.dockhand.model.order;

import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;

/**
 * One item of an order.
 *
 * @param line 1, 2, 3 …
 * @param sku item
 * @param quantity units ordered
 */
public record OrderLine(int line, Sku sku, Quantity quantity) {}
