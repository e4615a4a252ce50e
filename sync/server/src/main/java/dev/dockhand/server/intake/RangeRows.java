package dev.dockhand.server.intake;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.dispatch.CheckRule;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.dispatch.WaybillRange;
import dev.dockhand.server.dispatch.WaybillRanges;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads the ranges of carriers' contracts. A range that is there stays as it is, however much of it was used. */
final class RangeRows implements Loader<RangeRows.Told> {

    private final WaybillPool pool;

    RangeRows(WaybillPool pool) {
        this.pool = pool;
    }

    /**
     * A range as told.
     *
     * @param range the range
     * @param mark fewer free numbers of the carrier raise an exception; absent where nothing is said
     */
    record Told(WaybillRange range, @Nullable Integer mark) {}

    @Override
    public Told read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        CarrierCode carrier = row.id("carrier", CarrierCode::new);
        WaybillNumber first = row.id("first", WaybillNumber::new);
        WaybillNumber last = row.id("last", WaybillNumber::new);
        CheckRule check = row.choice("check", CheckRule.class);
        @Nullable Integer mark = row.optionalNumber("mark", 0, WaybillRows.HIGHEST_MARK);
        try {
            return new Told(new WaybillRange(carrier, first, last, check), mark);
        } catch (IllegalArgumentException e) {
            throw row.bad("first", "BAD_RANGE", "is refused: " + e.getMessage());
        }
    }

    @Override
    public String key(Told told) {
        return told.range().first().value();
    }

    @Override
    public List<Admission> put(Tx tx, List<Told> all) {
        List<WaybillRange> known = new ArrayList<>(
                pool.ranges().all(tx).stream().map(WaybillRanges.Left::range).toList());
        List<WaybillRange> fresh = new ArrayList<>();
        List<Admission> admitted = new ArrayList<>();
        for (Told told : all) {
            boolean isKnown = known.contains(told.range());
            if (!isKnown && known.stream().anyMatch(told.range()::overlaps)) {
                admitted.add(Admission.refused("first", "NUMBER_TAKEN", "has numbers in common with another range"));
                continue;
            }
            admitted.add(isKnown ? Admission.UNCHANGED : Admission.LOADED);
            if (!isKnown) {
                known.add(told.range());
                fresh.add(told.range());
            }
            if (told.mark() != null) {
                pool.marks().put(tx, told.range().carrier(), told.mark());
            }
        }
        pool.ranges().add(tx, fresh);
        pool.marks().watch(tx);
        return admitted;
    }
}
