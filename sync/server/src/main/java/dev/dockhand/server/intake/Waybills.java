package dev.dockhand.server.intake;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
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
        SELECT :company, :warehouse, d.*, 'FREE' FROM unnest(:numbers, :carriers, :routings) AS d\
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
    public List<Admission> put(Tx tx, List<Told> all) {
        Map<String, Told> known = known(tx, all);
        List<Told> fresh = new ArrayList<>();
        List<Admission> admitted = new ArrayList<>();
        for (Told told : all) {
            Told old = known.get(told.number().value());
            if (old == null) {
                fresh.add(told);
                admitted.add(Admission.LOADED);
            } else {
                admitted.add(
                        told.equals(old)
                                ? Admission.UNCHANGED
                                : Admission.refused(
                                        "number",
                                        "NUMBER_TAKEN",
                                        "is in the pool with another carrier or routing code"));
            }
        }
        Columns.of(fresh)
                .text("numbers", Told::number)
                .text("carriers", Told::carrier)
                .text("routings", Told::routing)
                .in(tx.update(ADD))
                .execute();
        return admitted;
    }

    private Map<String, Told> known(Tx tx, List<Told> all) {
        Map<String, Told> known = new HashMap<>();
        tx.query(KNOWN)
                .bindArray("numbers", String.class, all.stream().map(this::key).toList())
                .map((row, context) -> new Told(
                        new CarrierCode(row.getString("carrier")),
                        new WaybillNumber(row.getString("waybill")),
                        row.getString("routing")))
                .forEach(told -> known.put(key(told), told));
        return known;
    }
}
