package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.station.Later;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stations of yesterday and of tomorrow beside one of today. */
class OtherVersionsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final ObjectMapper MAPPER = Json.mapper();

    private static final String BALANCES = """
        SELECT split_part(place, ':', 1) || ' ' || item || ' ' || quantity FROM balance
        WHERE company = :company AND warehouse = :warehouse AND quantity <> 0 ORDER BY 1\
        """;

    private static final String ORDERS = """
        SELECT order_id || ' ' || state FROM orders WHERE company = :company AND warehouse = :warehouse ORDER BY 1\
        """;

    private static final String RAW = """
        SELECT raw FROM event WHERE company = :company AND warehouse = :warehouse ORDER BY seq\
        """;

    private TestWarehouse warehouse;
    private TestStation station;

    /** Goods come, go into a rack, are picked and packed, and something is taken back. */
    private void shift() {
        warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
        warehouse.item("A").item("B").location("R1", "STORAGE", 1).location("R2", "STORAGE", 2);
        warehouse.waybills(20).stock("R1", "A", 9).stock("R2", "B", 4).asn("ASN-1", "A", 30);
        warehouse.order("O-1", Map.of("A", 3, "B", 1));
        warehouse.order("O-2", Map.of("A", 2));
        station = warehouse.station("S1");
        station.act(null, new Act.SignedIn(Operator.Role.PICKER));
        station.receive("ASN-1", "A", new LicensePlate("P1"), 12);
        FloorEvent second = station.receive("ASN-1", "A", new LicensePlate("P2"), 5);
        station.putAway("A", new LicensePlate("P1"), 12, new LocationCode("R2"));
        station.undo(null, second);
        for (ShipmentTask task : warehouse.grant(station, 10)) {
            station.finish(task);
        }
        station.act(null, new Act.SignedOut());
    }

    /** Writes the journal anew, each event changed and with its place in the chain. */
    private List<byte[]> rewritten(BiConsumer<List<ObjectNode>, ObjectNode> change) throws IOException {
        List<ObjectNode> all = new ArrayList<>();
        for (byte[] line : station.journal) {
            change.accept(all, (ObjectNode) MAPPER.readTree(line));
        }
        TestStation written = new TestStation(warehouse, station.id, station.epoch);
        for (ObjectNode event : all) {
            event.put("seq", written.journal.size() + 1).put("previous", written.previous());
            written.raw(event.toString().getBytes(StandardCharsets.UTF_8));
        }
        station.journal.clear();
        written.journal.forEach(station::raw);
        return written.journal;
    }

    private List<ExceptionRecord> exceptions(ExceptionKind kind) {
        return warehouse.openExceptions().stream()
                .filter(exception -> exception.kind() == kind)
                .toList();
    }

    /** An act that a later version has, with all that an event of today says besides. */
    private static ObjectNode teleported(ObjectNode like) {
        ObjectNode later = like.deepCopy();
        later.put("id", like.path("id").asText() + "-later");
        later.putObject("act").put("type", "teleported").put("to", "R2");
        return later;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whatALaterStationSaysCountsAsFarAsItIsKnown(int seed) throws Exception {
        shift();
        station.push();
        List<String> balances = warehouse.rows(BALANCES, String.class);
        List<String> orders = warehouse.rows(ORDERS, String.class);

        shift();
        Random chance = new Random(seed);
        List<Push.Status> expected = new ArrayList<>();
        Later fields = new Later(chance, 0);
        List<byte[]> lines = rewritten((all, event) -> {
            for (int unknown = chance.nextInt(3); unknown > 0; unknown--) {
                ObjectNode later = teleported(event);
                later.put("id", later.path("id").asText() + "-" + unknown);
                all.add(later);
                expected.add(Push.Status.QUARANTINED);
            }
            all.add((ObjectNode) fields.told(event, FloorEvent.class));
            expected.add(Push.Status.ACCEPTED);
        });
        assertThat(station.push().outcomes()).extracting(Push.Outcome::status).containsExactlyElementsOf(expected);
        assertThat(warehouse.rows(BALANCES, String.class)).isEqualTo(balances);
        assertThat(warehouse.rows(ORDERS, String.class)).isEqualTo(orders);
        assertThat(warehouse.rows(RAW, String.class))
                .as("kept as it came")
                .containsExactlyElementsOf(lines.stream().map(EventCodec::text).toList());
        assertThat(exceptions(ExceptionKind.UNREADABLE_EVENT))
                .hasSize((int) expected.stream()
                        .filter(status -> status == Push.Status.QUARANTINED)
                        .count())
                .allMatch(exception -> exception.detail().equals("not known here: Act teleported"));
        assertThat(exceptions(ExceptionKind.PARTLY_READ_EVENT)).singleElement().satisfies(told -> {
            assertThat(told.about()).isEqualTo("S1");
            assertThat(told.detail()).contains("FloorEvent.later7", "Act.Picked.later7", "Movement.later7");
        });
        Invariants.check(warehouse, station);
    }

    @Test
    void theVersionBeforeIsTakenAndNoOther() throws Exception {
        shift();
        List<Integer> schemas = List.of(
                EventCodec.OLDEST_SCHEMA - 1, EventCodec.OLDEST_SCHEMA, EventCodec.SCHEMA, EventCodec.SCHEMA + 1);
        rewritten((all, event) -> {
            if (all.size() < schemas.size()) {
                ObjectNode signedOut = event.deepCopy();
                signedOut.put("id", "e-" + all.size()).put("schema", schemas.get(all.size()));
                signedOut.set("act", MAPPER.createObjectNode().put("type", "signed-out"));
                signedOut.set("movements", MAPPER.createArrayNode());
                all.add(signedOut);
            }
        });
        assertThat(station.push().outcomes())
                .extracting(Push.Outcome::status)
                .containsExactly(
                        Push.Status.QUARANTINED, Push.Status.ACCEPTED, Push.Status.ACCEPTED, Push.Status.QUARANTINED);
        assertThat(exceptions(ExceptionKind.UNREADABLE_EVENT))
                .extracting(ExceptionRecord::detail)
                .containsExactlyInAnyOrderElementsOf(Stream.of(schemas.getFirst(), schemas.getLast())
                        .map(schema -> "not known here: schema " + schema)
                        .toList());
    }
}
