package dev.dockhand.model.catalogue;

import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advance shipping notice: goods that a supplier said are coming.
 *
 * @param number key, printed on the delivery note
 * @param supplier name of the sender
 * @param expectedOn the day it is expected
 * @param lines what was announced
 * @param closed whether receiving is finished
 */
public record Asn(AsnNumber number, String supplier, LocalDate expectedOn, List<Line> lines, boolean closed) {

    /** Copies the list. */
    public Asn {
        lines = List.copyOf(lines);
    }

    /**
     * One announced item.
     *
     * @param line 1, 2, 3 …
     * @param sku item
     * @param lot announced lot, absent where none was told
     * @param expiry announced expiry date, absent where none was told
     * @param expected units announced
     * @param received units received so far, in any condition
     */
    public record Line(
            int line, Sku sku, @Nullable Lot lot, @Nullable LocalDate expiry, Quantity expected, Quantity received) {}
}
