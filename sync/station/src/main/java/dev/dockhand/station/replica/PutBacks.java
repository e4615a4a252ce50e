package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Totes with goods that no open shipment was picked into, by the stock with own movements on top. */
final class PutBacks {

    private static final String TOTES = Place.Kind.TOTE + ":";

    /** What the server tells of a shipment that this station holds is older than what was done to it here. */
    private static final String LYING = """
        SELECT s.place, s.item, s.lot, s.expiry, SUM(s.units) FROM (
            SELECT place, item, lot, expiry, balance AS units FROM stock WHERE place >= ? AND place <= ?
            UNION ALL SELECT place, item, lot, expiry, delta FROM overlay WHERE place >= ? AND place <= ?) s
        WHERE NOT EXISTS (
            SELECT 1 FROM shipment o WHERE o.tote_key = SUBSTRING(s.place, 6) AND o.ended IS NULL
                AND NOT EXISTS (SELECT 1 FROM task t WHERE t.id = o.task AND (t.finished OR t.mark = 'CANCELLED')))
        GROUP BY s.place, s.item, s.lot, s.expiry HAVING SUM(s.units) > 0 ORDER BY s.place, s.item, s.lot, s.expiry
        """;

    private static final String OPEN_HERE = """
        SELECT progress FROM task WHERE tote_key = ? AND (mark = 'RETURNING' OR mark = 'HELD' AND NOT finished)
        """;

    /** Own picks may be unknown to the server while the cancel of their order is known here. */
    private static final String LAST = """
        SELECT json FROM shipment WHERE task IN (
            SELECT task FROM shipment WHERE tote_key = ? UNION SELECT id FROM task WHERE tote_key = ?)
        ORDER BY ended DESC NULLS FIRST LIMIT 1
        """;

    private static final String HERE = "SELECT json FROM task WHERE id = ?";

    private PutBacks() {}

    private record Lying(ToteCode tote, Goods goods, int units) {}

    static List<PutBack> all(Sql sql) throws SQLException {
        String to = TOTES + Character.MAX_VALUE;
        Map<ToteCode, List<Lying>> lying = new LinkedHashMap<>();
        sql.list(
                        LYING,
                        row -> new Lying(
                                new ToteCode(Place.parse(row.getString(1)).code()),
                                Goods.ofKey(row.getString(2), row.getString(3), row.getString(4)),
                                row.getInt(5)),
                        TOTES,
                        to,
                        TOTES,
                        to)
                .forEach(each -> lying.computeIfAbsent(each.tote(), tote -> new ArrayList<>())
                        .add(each));
        List<PutBack> found = new ArrayList<>();
        for (Map.Entry<ToteCode, List<Lying>> tote : lying.entrySet()) {
            if (!isWanted(sql, tote.getKey())) {
                found.add(putBack(sql, tote.getKey(), tote.getValue()));
            }
        }
        return found;
    }

    /** Whether this station holds open work whose goods lie there; a list may have been finished with nothing in its tote. */
    private static boolean isWanted(Sql sql, ToteCode tote) throws SQLException {
        return sql.list(OPEN_HERE, JsonText.row(Progress.class), tote.value()).stream()
                .anyMatch(progress -> !progress.picked().isEmpty());
    }

    private static PutBack putBack(Sql sql, ToteCode tote, List<Lying> lying) throws SQLException {
        Optional<Shipment> last = sql.first(LAST, JsonText.row(Shipment.class), tote.value(), tote.value());
        List<PickLine> list = last.isEmpty()
                ? List.of()
                : sql.first(
                                HERE,
                                JsonText.row(ShipmentTask.class),
                                last.get().task().value())
                        .map(ShipmentTask::lines)
                        .orElse(List.of());
        @Nullable
        Instant since = last.map(Shipment::closing).map(Shipment.Closing::at).orElse(null);
        return new PutBack(
                tote,
                last.map(Shipment::order).orElse(null),
                since,
                lying.stream()
                        .map(each ->
                                new PutBack.Line(each.goods(), Quantity.of(each.units()), from(list, each.goods())))
                        .toList());
    }

    private static @Nullable LocationCode from(List<PickLine> list, Goods goods) {
        return list.stream()
                .filter(line -> line.goods().equals(goods))
                .map(PickLine::location)
                .findFirst()
                .orElse(null);
    }
}
