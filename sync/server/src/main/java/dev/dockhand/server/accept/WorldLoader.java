package dev.dockhand.server.accept;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.release.Works;
import dev.dockhand.server.store.Tx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and locks what events name: work first, then notices; stock is locked later, when it is written. */
final class WorldLoader {

    private static final Logger LOG = LoggerFactory.getLogger(WorldLoader.class);

    private static final String EVENTS = """
        SELECT raw, status, undone_by IS NOT NULL AS undone FROM event
        WHERE company = :company AND warehouse = :warehouse AND event_id = ANY(:keys)\
        """;

    private static final String NOTICES = """
        SELECT asn, closed FROM asn
        WHERE company = :company AND warehouse = :warehouse AND asn = ANY(:keys) ORDER BY asn COLLATE "C" FOR UPDATE\
        """;

    private static final String NOTICE_LINES = """
        SELECT asn, line, lot, expiry, expected, received FROM asn_line
        WHERE company = :company AND warehouse = :warehouse AND asn = ANY(:keys)\
        """;

    private static final String PACKED_BY = """
        SELECT shipment, packed_by FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND shipment = ANY(:keys) AND packed_by IS NOT NULL\
        """;

    private static final String ITEMS =
            "SELECT item FROM item WHERE company = :company AND warehouse = :warehouse AND item = ANY(:keys)";

    private static final String PICKED_INTO = """
        SELECT shipment FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND tote = ANY(:keys) AND stage IN ('RELEASED', 'PICKED')\
        """;

    private final Works works;
    private final WaybillPool waybills;
    private final EvidenceLoader evidence;

    WorldLoader(Works works, WaybillPool waybills, InstantSource time) {
        this.works = works;
        this.waybills = waybills;
        this.evidence = new EvidenceLoader(time);
    }

    World load(Tx tx, List<FloorEvent> events) {
        References references = new References();
        events.forEach(references::add);
        List<World.Known> undone = undone(tx, references);
        World world = new World(evidence.load(tx, events, references));
        undone.forEach(world::add);
        texts(tx, PICKED_INTO, values(references.emptied))
                .forEach(shipment -> references.shipments.add(new ShipmentId(shipment)));
        List<Work> locked = works.lock(tx, references.tasks, references.shipments);
        locked.forEach(world::add);
        notices(tx, references.notices, world);
        packed(tx, references.shipments, world);
        waybills.named().known(tx, references.waybills).forEach(world::add);
        texts(tx, ITEMS, values(references.items)).forEach(item -> world.add(new ItemId(item)));
        return world;
    }

    /** Events to be taken back name further things. */
    private static List<World.Known> undone(Tx tx, References references) {
        List<World.Known> known = new ArrayList<>();
        if (references.undone.isEmpty()) {
            return known;
        }
        tx.query(EVENTS)
                .bindArray("keys", String.class, values(references.undone))
                .map((row, context) ->
                        new Stored(row.getString("raw"), row.getString("status"), row.getBoolean("undone")))
                .forEach(stored -> {
                    try {
                        FloorEvent event = EventCodec.decode(stored.raw().getBytes(StandardCharsets.UTF_8));
                        known.add(new World.Known(event, Push.Status.valueOf(stored.status()), stored.undone()));
                        references.add(event);
                    } catch (IOException e) {
                        LOG.warn("a stored event cannot be read and so not be taken back", e);
                    }
                });
        return known;
    }

    private record Stored(String raw, String status, boolean undone) {}

    private static void notices(Tx tx, Collection<AsnId> numbers, World world) {
        if (numbers.isEmpty()) {
            return;
        }
        Map<AsnId, Boolean> closed = new HashMap<>();
        tx.query(NOTICES)
                .bindArray("keys", String.class, values(numbers))
                .map((row, context) -> Map.entry(new AsnId(row.getString("asn")), row.getBoolean("closed")))
                .forEach(row -> closed.put(row.getKey(), row.getValue()));
        Map<AsnId, Map<Integer, World.Line>> lines = new HashMap<>();
        tx.query(NOTICE_LINES)
                .bindArray("keys", String.class, values(numbers))
                .map((row, context) ->
                        Map.entry(new AsnId(row.getString("asn")), Map.entry(row.getInt("line"), line(row))))
                .forEach(row -> lines.computeIfAbsent(row.getKey(), number -> new TreeMap<>())
                        .put(row.getValue().getKey(), row.getValue().getValue()));
        closed.forEach((number, done) ->
                world.add(number, new World.Notice(done, lines.getOrDefault(number, Map.of()))));
    }

    private static World.Line line(ResultSet row) throws SQLException {
        String lot = row.getString("lot");
        String expiry = row.getString("expiry");
        return new World.Line(
                lot.isEmpty() ? null : new Lot(lot),
                expiry.isEmpty() ? null : LocalDate.parse(expiry),
                row.getInt("expected"),
                row.getInt("received"));
    }

    private static void packed(Tx tx, Collection<ShipmentId> shipments, World world) {
        if (!shipments.isEmpty()) {
            tx.query(PACKED_BY)
                    .bindArray("keys", String.class, values(shipments))
                    .map((row, context) -> Map.entry(
                            new ShipmentId(row.getString("shipment")), new EventId(row.getString("packed_by"))))
                    .forEach(row -> world.addShipped(row.getKey(), row.getValue()));
        }
    }

    private static List<String> texts(Tx tx, String sql, List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : tx.query(sql)
                        .bindArray("keys", String.class, keys)
                        .mapTo(String.class)
                        .list();
    }

    private static List<String> values(Collection<? extends Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toList();
    }
}
