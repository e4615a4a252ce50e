package dev.dockhand.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every station is told what the codes of shipments and plates mean, and for how long. */
class CodesTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());

    private ShipmentTask granted(TestStation station) {
        return warehouse.grant(station, 1).getFirst();
    }

    private TestStation ready() {
        warehouse.item("A").location("R1", "STORAGE", 1).waybills(1).stock("R1", "A", 5);
        warehouse.order("O-1", Map.of("A", 2));
        return warehouse.station("S1");
    }

    private <C extends Feed.Change> List<C> snapshot(Class<C> type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        warehouse.snapshot.write(warehouse.site, out);
        return Stream.of(out.toString(StandardCharsets.UTF_8).split("\n"))
                .skip(1)
                .map(CodesTest::change)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Feed.Change change(String json) {
        try {
            return Json.mapper().readValue(json, Feed.Change.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Shipment told() {
        try {
            return warehouse.reader.page(warehouse.site, 0, "", null, Duration.ZERO).page().changes().stream()
                    .filter(Feed.TaskChanged.class::isInstance)
                    .map(change -> ((Feed.TaskChanged) change).shipment())
                    .reduce((first, second) -> second)
                    .orElseThrow();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aClosedParcelTellsItsWaybillItsToteWhenAndByWhom() {
        TestStation station = ready();
        ShipmentTask task = granted(station);
        station.pick(task, task.lines().getFirst(), 1);
        station.push();
        assertThat(told().tote()).as("known from the first pick on").isEqualTo(station.tote());
        station.finish(task);
        station.push();
        assertThat(told()).satisfies(shipment -> {
            assertThat(shipment.stage()).isEqualTo(TaskStage.PACKED);
            assertThat(shipment.waybills()).containsExactly(task.waybill());
            assertThat(shipment.closing()).isEqualTo(new Shipment.Closing(TestWarehouse.NOW, new OperatorId("op-1")));
        });
        assertThat(snapshot(Feed.TaskChanged.class)).containsExactly(new Feed.TaskChanged(told()));
        warehouse.after(Duration.ofDays(29));
        assertThat(snapshot(Feed.TaskChanged.class)).hasSize(1);
        warehouse.after(Duration.ofDays(2));
        assertThat(snapshot(Feed.TaskChanged.class)).isEmpty();
    }

    @Test
    void aCancelledOrderIsKnownWhileItsGoodsLieInTheirTote() {
        TestStation station = ready();
        ShipmentTask task = granted(station);
        station.pick(task, task.lines().getFirst(), 2);
        station.push();
        warehouse.orders.cancel(warehouse.site, new OrderId("b/O-1"));
        station.act(task, new Act.CancelSeen(task.shipment()));
        station.push();
        Shipment.Closing closing = Objects.requireNonNull(told().closing());
        assertThat(closing).isEqualTo(new Shipment.Closing(TestWarehouse.NOW, null));
        warehouse.after(Duration.ofDays(100));
        assertThat(snapshot(Feed.TaskChanged.class)).containsExactly(new Feed.TaskChanged(told()));
    }

    @Test
    void aParcelThatWasOpenedAgainIsNotClosed() {
        TestStation station = ready();
        ShipmentTask task = granted(station);
        FloorEvent packed = station.finish(task);
        station.undo(task, packed);
        station.push();
        assertThat(told().closing()).isNull();
        assertThat(snapshot(Feed.TaskChanged.class)).containsExactly(new Feed.TaskChanged(told()));
    }

    @Test
    void aPlateTellsWhereItWasPutAwayUntilThatIsTakenBack() {
        TestStation station = ready();
        LicensePlate plate = new LicensePlate("380123450000000017");
        warehouse.asn("ASN-1", "A", 5);
        station.receive("ASN-1", "A", plate, 5);
        FloorEvent put = station.putAway("A", plate, 5, new LocationCode("R1"));
        station.push();
        assertThat(snapshot(Feed.PlateChanged.class))
                .containsExactly(new Feed.PlateChanged(plate, Act.Condition.GOOD, new LocationCode("R1")));
        station.undo(null, put);
        station.push();
        assertThat(snapshot(Feed.PlateChanged.class))
                .containsExactly(new Feed.PlateChanged(plate, Act.Condition.GOOD, null));
    }
}
