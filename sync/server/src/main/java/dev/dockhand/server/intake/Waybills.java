package dev.dockhand.server.intake;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.store.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads waybill numbers into the pool. A number that is there stays as it is, bound or not. */
final class Waybills implements Loader<Waybills.Told> {

    private static final int LONGEST_ROUTING = 20;

    private static final String KNOWN = """
        SELECT waybill, carrier, routing FROM waybill_pool
        WHERE company = :company AND warehouse = :warehouse AND waybill = ANY(:numbers)\
        """;

    private static final String ADD = """
        INSERT INTO waybill_pool (company, warehouse, waybill, carrier, routing, state)
        VALUES (:company, :warehouse, :waybill, :carrier, :routing, 'FREE')\
        """;

    /**
     * A number as told.
     *
     * @param carrier carrier
     * @param number number
     * @param routing sorting code; may be empty
     */
    record Told(CarrierCode carrier, WaybillNumber number, String routing) {}

    @Override
    public Told read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        return new Told(
                row.id("carrier", CarrierCode::new),
                row.id("number", WaybillNumber::new),
                row.optionalCode("routing", LONGEST_ROUTING));
    }

    @Override
    public String key(Told told) {
        return told.number().value();
    }

    @Override
    public Tally load(Tx tx, List<Entry<Told>> entries) {
        Tally tally = new Tally();
        Map<String, Told> known = known(tx, entries);
        var batch = tx.batch(ADD);
        for (Entry<Told> entry : entries) {
            Told told = entry.value();
            Told old = known.get(told.number().value());
            if (told.equals(old)) {
                tally.unchanged();
            } else if (old != null) {
                tally.reject(entry.rejected(
                        "number", "NUMBER_TAKEN", "is in the pool with another carrier or routing code"));
            } else {
                tx.bindTo(batch)
                        .bind("waybill", told.number().value())
                        .bind("carrier", told.carrier().value())
                        .bind("routing", told.routing())
                        .add();
                tally.loaded();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        return tally;
    }

    private Map<String, Told> known(Tx tx, List<Entry<Told>> entries) {
        Map<String, Told> known = new HashMap<>();
        tx.query(KNOWN)
                .bindArray(
                        "numbers",
                        String.class,
                        entries.stream().map(entry -> key(entry.value())).toList())
                .map((row, context) -> new Told(
                        new CarrierCode(row.getString("carrier")),
                        new WaybillNumber(row.getString("waybill")),
                        row.getString("routing")))
                .forEach(told -> known.put(key(told), told));
        return known;
    }
}
