package dev.dockhand.server.dispatch;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells before the numbers of a carrier come to an end. */
public final class WaybillMarks {

    private static final String PUT = """
        INSERT INTO waybill_mark (company, warehouse, carrier, mark) VALUES (:company, :warehouse, :carrier, :mark)
        ON CONFLICT (company, warehouse, carrier) DO UPDATE SET mark = excluded.mark\
        """;

    private static final String ALL = """
        SELECT carrier, mark, mark > (
            SELECT count(*) FROM (
                SELECT FROM waybill_pool w
                WHERE w.company = :company AND w.warehouse = :warehouse AND w.carrier = m.carrier AND w.state = 'FREE'
                LIMIT m.mark) AS free)
            + COALESCE((
                SELECT sum(r.high - r.low + 1) FROM waybill_range r
                WHERE r.company = :company AND r.warehouse = :warehouse AND r.carrier = m.carrier), 0) AS is_low
        FROM waybill_mark m WHERE m.company = :company AND m.warehouse = :warehouse\
        """;

    private final Exceptions exceptions;

    /** Asks a supervisor. */
    public WaybillMarks(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    private record Mark(String carrier, int mark, boolean isLow) {}

    /** From now on fewer free numbers of a carrier than these raise an exception. */
    public void put(Tx tx, CarrierCode carrier, int mark) {
        tx.update(PUT).bind("carrier", carrier.value()).bind("mark", mark).execute();
    }

    /** Numbers were taken or came: asks a supervisor where fewer are left than there should be, and where enough are, no more. */
    public void watch(Tx tx) {
        Map<Boolean, List<Mark>> marks = tx.query(ALL)
                .map((row, context) -> new Mark(row.getString("carrier"), row.getInt("mark"), row.getBoolean("is_low")))
                .collect(Collectors.partitioningBy(Mark::isLow));
        marks.getOrDefault(true, List.of())
                .forEach(low -> exceptions.raise(
                        tx,
                        ExceptionDraft.own(
                                ExceptionKind.WAYBILLS_LOW,
                                low.carrier(),
                                "fewer than %,d waybill numbers of this carrier are left".formatted(low.mark()))));
        exceptions.resolve(
                tx,
                ExceptionKind.WAYBILLS_LOW,
                marks.getOrDefault(false, List.of()).stream().map(Mark::carrier).toList(),
                "numbers came");
    }
}
