package dev.dockhand.server.accept;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Reads what events are checked against. Nothing of it is locked: what two stations do at once shows in the balances. */
final class EvidenceLoader {

    /** As long as a station may be without a network. */
    private static final Duration LONGEST_OFFLINE = Duration.ofDays(30);

    private static final String PEOPLE = """
        SELECT operator_id AS key, role AS value FROM operator
        WHERE company = :company AND warehouse = :warehouse AND operator_id = ANY(:keys)\
        """;

    private static final String LOCATIONS = """
        SELECT location AS key, kind AS value FROM location
        WHERE company = :company AND warehouse = :warehouse AND location = ANY(:keys)\
        """;

    private static final String IDS = """
        SELECT event_id FROM event WHERE company = :company AND warehouse = :warehouse AND event_id = ANY(:keys)\
        """;

    private static final String GRANTS = """
        SELECT task, token, station FROM lease
        WHERE company = :company AND warehouse = :warehouse AND task = ANY(:keys)\
        """;

    private static final String LYING = """
        SELECT place, item, lot, expiry, quantity FROM balance
        WHERE company = :company AND warehouse = :warehouse AND place = ANY(:keys) AND quantity <> 0\
        """;

    private final InstantSource time;

    EvidenceLoader(InstantSource time) {
        this.time = time;
    }

    Evidence load(Tx tx, List<FloorEvent> events, References named) {
        Evidence evidence = new Evidence();
        pairs(
                tx,
                PEOPLE,
                named.operators.stream().map(Identifier::value),
                (operator, role) -> evidence.add(new OperatorId(operator), Operator.Role.valueOf(role)));
        pairs(
                tx,
                LOCATIONS,
                named.locations.stream().map(Place::code),
                (code, kind) -> evidence.add(Place.of(new LocationCode(code)), Location.Kind.valueOf(kind)));
        rows(
                tx,
                IDS,
                events.stream().map(event -> event.id().value()),
                row -> evidence.add(new EventId(row.getString("event_id"))));
        rows(
                tx,
                GRANTS,
                named.tasks.stream().map(Identifier::value),
                row -> evidence.add(new Evidence.Grant(
                        new TaskId(row.getString("task")),
                        row.getLong("token"),
                        new StationId(row.getString("station")))));
        rows(
                tx,
                LYING,
                named.carriers.stream().map(Place::toString),
                row -> evidence.add(StockKey.read(row), row.getLong("quantity")));
        if (!named.tasks.isEmpty() && Meta.wasRestoredWithin(tx, LONGEST_OFFLINE, time.instant())) {
            evidence.grantsWereForgotten();
        }
        return evidence;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void rows(Tx tx, String sql, Stream<String> keys, Reader reader) {
        List<String> wanted = keys.toList();
        if (!wanted.isEmpty()) {
            tx.query(sql)
                    .bindArray("keys", String.class, wanted)
                    .map((row, context) -> {
                        reader.read(row);
                        return Boolean.TRUE;
                    })
                    .list();
        }
    }

    private static void pairs(Tx tx, String sql, Stream<String> keys, BiConsumer<String, String> reader) {
        rows(tx, sql, keys, row -> reader.accept(row.getString("key"), row.getString("value")));
    }
}
