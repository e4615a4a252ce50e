package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes waybill numbers into the pool. A number that is there stays as it is, bound or not. */
public final class NewWaybills {

    private static final String KNOWN = """
        SELECT waybill, carrier FROM waybill_pool
        WHERE company = :company AND warehouse = :warehouse AND waybill = ANY(:numbers)\
        """;

    private static final String ADD = """
        INSERT INTO waybill_pool (company, warehouse, waybill, carrier, state)
        SELECT :company, :warehouse, d.*, 'FREE' FROM unnest(:numbers, :carriers) AS d\
        """;

    private final WaybillMarks marks;

    /** Works with what watches that there are enough. */
    public NewWaybills(WaybillMarks marks) {
        this.marks = marks;
    }

    /**
     * A number as told.
     *
     * @param carrier carrier
     * @param number number
     * @param mark fewer free numbers of the carrier raise an exception; absent where nothing is said
     */
    public record Told(
            CarrierCode carrier,
            WaybillNumber number,
            @Nullable Integer mark) {}

    /** Stores numbers, and how many there should be. */
    public List<Admission> put(Tx tx, List<Told> all) {
        Map<WaybillNumber, CarrierCode> known = known(tx, all);
        List<Told> fresh = new ArrayList<>();
        List<Admission> admitted = new ArrayList<>();
        Map<CarrierCode, Integer> wanted = new HashMap<>();
        for (Told told : all) {
            CarrierCode old = known.getOrDefault(told.number(), told.carrier());
            if (!old.equals(told.carrier())) {
                admitted.add(Admission.refused("number", "NUMBER_TAKEN", "is in the pool with another carrier"));
                continue;
            }
            if (told.mark() != null) {
                wanted.put(told.carrier(), told.mark());
            }
            boolean isKnown = known.containsKey(told.number());
            admitted.add(isKnown ? Admission.UNCHANGED : Admission.LOADED);
            if (!isKnown) {
                fresh.add(told);
            }
        }
        Columns.of(fresh)
                .text("numbers", Told::number)
                .text("carriers", Told::carrier)
                .in(tx.update(ADD))
                .execute();
        wanted.forEach((carrier, mark) -> marks.put(tx, carrier, mark));
        marks.watch(tx);
        return admitted;
    }

    private static Map<WaybillNumber, CarrierCode> known(Tx tx, List<Told> all) {
        Map<WaybillNumber, CarrierCode> known = new HashMap<>();
        Columns.of(all)
                .text("numbers", Told::number)
                .in(tx.query(KNOWN))
                .map((row, context) -> Map.entry(
                        new WaybillNumber(row.getString("waybill")), new CarrierCode(row.getString("carrier"))))
                .forEach(row -> known.put(row.getKey(), row.getValue()));
        return known;
    }
}
