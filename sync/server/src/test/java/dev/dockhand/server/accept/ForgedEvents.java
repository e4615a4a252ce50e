package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A station with one granted order, and what must be of an event that it would never write. */
abstract class ForgedEvents {

    static final ItemId A = new ItemId("b/A");
    static final LocationCode RACK = new LocationCode("R1");
    static final ToteCode TOTE = new ToteCode("T-S1");

    final TestWarehouse warehouse;
    final TestStation station;
    final TestStation other;
    ShipmentTask task;
    PickLine line;
    long movements;

    /** Works on a class's own database. */
    ForgedEvents(ServerDatabase database) {
        warehouse = new TestWarehouse(database.database(), database.freshSite());
        station = warehouse.station("S1");
        other = warehouse.station("S2");
    }

    @BeforeEach
    void oneOrderIsGranted() {
        warehouse.item("A").item("B").location("R1", "STORAGE", 1).location("R2", "STORAGE", 2);
        warehouse.location("BROKEN", "DAMAGED", 9).supervisor("boss").asn("ASN-1", "A", 100);
        warehouse.waybills(5).stock("R1", "A", 10).order("O-1", Map.of("A", 2));
        task = warehouse.grant(station, 1).getFirst();
        line = task.lines().getFirst();
        movements = movements();
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, station, other);
    }

    long movements() {
        return warehouse.number("SELECT count(*) FROM movement WHERE company = :company AND warehouse = :warehouse");
    }

    /** Pushes what was written, and finds the last of it quarantined for this reason. */
    void isKeptAndCountsNowhere(TestStation sender, String reason) {
        Push.Result result = sender.push();
        assertThat(result.acked()).isEqualTo(sender.journal.size());
        assertThat(result.outcomes().getLast().status()).isEqualTo(Push.Status.QUARANTINED);
        assertThat(warehouse.openExceptions())
                .filteredOn(exception -> exception.kind() == ExceptionKind.MISFIT_EVENT)
                .extracting(ExceptionRecord::detail)
                .singleElement()
                .asString()
                .contains(reason);
        assertThat(movements()).isEqualTo(movements);
    }

    long packed() {
        return warehouse.number("SELECT count(*) FROM shipment WHERE company = :company AND warehouse = :warehouse"
                + " AND packed_by IS NOT NULL");
    }

    static Movement moved(int units, Place from, Place to) {
        return new Movement(Goods.of(A), Quantity.of(units), from, to);
    }

    Act.ShipmentPacked packing() {
        return new Act.ShipmentPacked(task.order(), task.shipment(), List.of(task.waybill()));
    }
}
