package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

/** The ranges of a warehouse's contracts, and what is left of them. */
public final class WaybillRanges {

    private static final String ALL = """
        SELECT carrier, first, last, rule, low, high FROM waybill_range
        WHERE company = :company AND warehouse = :warehouse ORDER BY carrier, first\
        """;

    private static final String ADD = """
        INSERT INTO waybill_range (company, warehouse, carrier, first, last, rule, low, high)
        SELECT :company, :warehouse, carrier, first, last, rule, low, high
        FROM unnest(:carriers, :firsts, :lasts, :rules, :lows, :highs) AS d (carrier, first, last, rule, low, high)\
        """;

    /** From both ends serials are taken inwards, so that what was taken never comes again. */
    private static final String TAKE = """
        WITH chosen AS (
            SELECT first, low, high, LEAST(:count, high - low + 1) AS units FROM waybill_range
            WHERE company = :company AND warehouse = :warehouse AND carrier = :carrier AND low <= high
            ORDER BY first %s LIMIT 1 FOR UPDATE)
        UPDATE waybill_range r SET %s FROM chosen
        WHERE r.company = :company AND r.warehouse = :warehouse AND r.first = chosen.first
        RETURNING r.carrier, r.first, r.last, r.rule, %s AS low, %s AS high\
        """;

    private static final String TAKE_FIRST =
            TAKE.formatted("ASC", "low = chosen.low + chosen.units", "chosen.low", "chosen.low + chosen.units - 1");
    private static final String TAKE_LAST = TAKE.formatted(
            "DESC", "high = chosen.high - chosen.units", "chosen.high - chosen.units + 1", "chosen.high");

    /**
     * A range and the serials of it that were not taken.
     *
     * @param range the range
     * @param low first of them
     * @param high last of them; less than the first where none is left
     */
    public record Left(WaybillRange range, long low, long high) {

        private static Left read(ResultSet row) throws SQLException {
            return new Left(
                    new WaybillRange(
                            new CarrierCode(row.getString("carrier")),
                            new WaybillNumber(row.getString("first")),
                            new WaybillNumber(row.getString("last")),
                            CheckRule.valueOf(row.getString("rule"))),
                    row.getLong("low"),
                    row.getLong("high"));
        }
    }

    /**
     * How much a range has left.
     *
     * @param carrier carrier
     * @param first its first number
     * @param last its last number
     * @param check how its numbers are built
     * @param free how many of them were not taken
     */
    public record Level(CarrierCode carrier, WaybillNumber first, WaybillNumber last, CheckRule check, long free) {}

    /** How much each range has left, by carrier. */
    public List<Level> levels(Tx tx) {
        return all(tx).stream()
                .map(left -> new Level(
                        left.range().carrier(),
                        left.range().first(),
                        left.range().last(),
                        left.range().check(),
                        left.high() - left.low() + 1))
                .toList();
    }

    /** All ranges, by carrier. */
    public List<Left> all(Tx tx) {
        return tx.query(ALL).map((row, context) -> Left.read(row)).list();
    }

    /** Takes in new ranges, of which nothing was used. */
    public void add(Tx tx, List<WaybillRange> ranges) {
        if (!ranges.isEmpty()) {
            Columns.of(ranges)
                    .text("carriers", WaybillRange::carrier)
                    .text("firsts", WaybillRange::first)
                    .text("lasts", WaybillRange::last)
                    .text("rules", WaybillRange::check)
                    .longs("lows", WaybillRange::low)
                    .longs("highs", WaybillRange::high)
                    .in(tx.update(ADD))
                    .execute();
        }
    }

    /** Takes numbers of a carrier from the range that is next: at most so many, none where no range has any left. */
    List<WaybillNumber> take(Tx tx, WaybillPool.End end, CarrierCode carrier, int count) {
        boolean fromFirst = end == WaybillPool.End.FIRST;
        return tx.query(fromFirst ? TAKE_FIRST : TAKE_LAST)
                .bind("carrier", carrier.value())
                .bind("count", count)
                .map((row, context) -> Left.read(row))
                .findFirst()
                .map(taken -> LongStream.rangeClosed(0, taken.high() - taken.low())
                        .mapToObj(n -> taken.range().number(fromFirst ? taken.low() + n : taken.high() - n))
                        .toList())
                .orElse(List.of());
    }

    /** Whether a number was not taken from its range yet. */
    static boolean isLeft(List<Left> ranges, WaybillNumber number) {
        return ranges.stream().anyMatch(left -> left.range().holds(number, left.low(), left.high()));
    }
}
