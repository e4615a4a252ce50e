package dev.dockhand.server.accept;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes how far the receiving of notices has come. */
final class Notices {

    private static final String CLOSED = """
        UPDATE asn SET closed = :closed
        WHERE company = :company AND warehouse = :warehouse AND asn = :asn
        RETURNING supplier, expected_on\
        """;

    private static final String RECEIVED = """
        UPDATE asn_line l SET received = d.received FROM unnest(:lines, :received) AS d (line, received)
        WHERE l.company = :company AND l.warehouse = :warehouse AND l.asn = :asn AND l.line = d.line\
        """;

    private static final String LINES = """
        SELECT line, item, lot, expiry, expected, received FROM asn_line
        WHERE company = :company AND warehouse = :warehouse AND asn = :asn ORDER BY line\
        """;

    /** Writes these notices and tells the stations. */
    void save(Effects.Scene scene, World world, Map<AsnId, Set<Integer>> touched) {
        touched.forEach(
                (number, lines) -> world.notice(number).ifPresent(notice -> save(scene, number, notice, lines)));
    }

    private static void save(Effects.Scene scene, AsnId number, World.Notice notice, Set<Integer> lines) {
        if (!lines.isEmpty()) {
            Columns.of(lines)
                    .ints("lines", line -> line)
                    .ints(
                            "received",
                            line -> Optional.ofNullable(notice.lines().get(line))
                                    .map(World.Line::received)
                                    .orElse(0))
                    .in(scene.tx().update(RECEIVED))
                    .bind("asn", number.value())
                    .execute();
        }
        List<Asn.Line> all = scene.tx()
                .query(LINES)
                .bind("asn", number.value())
                .map((row, context) -> line(row))
                .list();
        scene.tx()
                .query(CLOSED)
                .bind("asn", number.value())
                .bind("closed", notice.closed())
                .map((row, context) -> new Asn(
                        number,
                        row.getString("supplier"),
                        row.getObject("expected_on", LocalDate.class),
                        all,
                        notice.closed()))
                .forEach(asn -> scene.tx().tell(new Feed.AsnChanged(asn)));
    }

    private static Asn.Line line(ResultSet row) throws SQLException {
        return new Asn.Line(
                row.getInt("line"),
                StockKey.goods(row),
                Quantity.of(row.getInt("expected")),
                Quantity.of(row.getInt("received")));
    }
}
