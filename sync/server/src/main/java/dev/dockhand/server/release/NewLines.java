package dev.dockhand.server.release;

import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.List;

/** Lines that pick lists get, written at once. */
final class NewLines {

    private static final String LINES = """
        INSERT INTO pick_line (company, warehouse, shipment, line, item, lot, expiry, location, quantity, picked,
            shorted, refill, order_line)
        SELECT :company, :warehouse, shipment, line, item, lot, expiry, location, quantity, 0, 0, refill, order_line
        FROM unnest(:shipments, :lines, :items, :lots, :expiries, :locations, :quantities, :refills, :order_lines)
            AS d (shipment, line, item, lot, expiry, location, quantity, refill, order_line)\
        """;

    private final List<Line> lines = new ArrayList<>();

    private record Line(ShipmentId shipment, int number, Need.Part part, boolean refill) {

        private StockKey key() {
            return part.take().from().key();
        }
    }

    /**
     * A line; what it claims goes into the posting.
     *
     * @param refill whether it stands in for missing units
     */
    void add(ShipmentId shipment, int number, Need.Part part, boolean refill, Posting posting) {
        lines.add(new Line(shipment, number, part, refill));
        posting.claim(part.take().from().key(), part.take().units());
    }

    void save(Tx tx) {
        Columns.of(lines)
                .text("shipments", Line::shipment)
                .ints("lines", Line::number)
                .text("items", line -> line.key().item())
                .text("lots", line -> line.key().goods().lotKey())
                .text("expiries", line -> line.key().goods().expiryKey())
                .text("locations", line -> line.part().take().from().location())
                .ints("quantities", line -> line.part().take().units())
                .flags("refills", Line::refill)
                .ints("order_lines", line -> line.part().line())
                .in(tx.update(LINES))
                .execute();
    }
}
