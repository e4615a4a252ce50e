package dev.dockhand.model.task;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tote with goods that no open order wants: they go back to a place, and can be sold again from there. It stands in one place,
 * so whoever has it in hand needs no lease.
 *
 * @param tote where they are
 * @param order whose they were, absent where that is not known
 * @param since when that one was called off or closed, absent where that is not known
 * @param lines what lies in it; at least one
 */
public record PutBack(
        ToteCode tote, @Nullable OrderId order, @Nullable Instant since, List<Line> lines) {

    /** Copies the list. */
    public PutBack {
        lines = List.copyOf(lines);
    }

    /**
     * Units to put back.
     *
     * @param goods what
     * @param quantity units
     * @param from where they were picked, absent where that is not known
     */
    public record Line(
            Goods goods, Quantity quantity, @Nullable LocationCode from) {}

    /** Units of all lines together. */
    public Quantity units() {
        return lines.stream().map(Line::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }
}
