package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events that say they moved what such an act does not move. */
class MovesTest extends ForgedEvents {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    MovesTest() {
        super(DATABASE);
    }

    @Test
    void anOrderThatWasNeverPickedIsNotClosed() {
        station.act(task, packing());
        isKeptAndCountsNowhere(station, "from no tote");
        assertThat(packed()).isZero();
    }

    @Test
    void aParcelHoldsNoMoreThanItsToteDid() {
        station.pick(task, line, 1);
        station.push();
        movements = movements();
        station.act(task, packing(), moved(2, Place.of(TOTE), Place.of(task.shipment())));
        isKeptAndCountsNowhere(station, "TOTE:T-S1 does not hold so much of b/A");
        assertThat(packed()).isZero();
    }

    @Test
    void aParcelHoldsNothingButItsOrder() {
        station.pick(task, line, 2);
        station.push();
        movements = movements();
        station.act(task, packing(), moved(3, Place.of(TOTE), Place.of(task.shipment())));
        isKeptAndCountsNowhere(station, "what the order does not want");
    }

    @Test
    void anActThatMovesNothingMovesNothing() {
        station.act(null, new Act.SignedOut(), moved(1_000_000, Place.SUPPLIER, Place.of(RACK)));
        isKeptAndCountsNowhere(station, "does not move what it says");
        assertThat(warehouse.level("A").sellable()).isEqualTo(10);
    }

    @Test
    void receivedUnitsAreThoseThatWereCounted() {
        LicensePlate plate = new LicensePlate("P1");
        Act act = new Act.GoodsReceived(
                new AsnId("b/ASN-1"), 1, Goods.of(A), Quantity.of(5), Act.Condition.GOOD, plate, "");
        station.act(null, act, moved(5, Place.SUPPLIER, Place.of(RACK)));
        isKeptAndCountsNowhere(station, "does not move what it says");
    }

    @Test
    void whatIsPutAwayIsWhatLiesOnThePlate() {
        LicensePlate plate = new LicensePlate("P1");
        station.receive("ASN-1", "A", plate, 5);
        station.push();
        movements = movements();
        station.putAway("A", plate, 500, RACK);
        isKeptAndCountsNowhere(station, "does not move what it says");
        station.putAway("A", plate, 5, RACK);
        assertThat(station.push().outcomes().getLast().status()).isEqualTo(Push.Status.ACCEPTED);
        assertThat(warehouse.level("A").sellable()).isEqualTo(15);
    }

    @Test
    void aPickIsOfTheGoodsOfItsLine() {
        station.act(
                task,
                new Act.Picked(1, Goods.of(A), Quantity.of(9), RACK, TOTE),
                moved(9, Place.of(RACK), Place.of(TOTE)));
        isKeptAndCountsNowhere(station, "other goods, or fewer, on line 1");
    }

    @Test
    void aShortIsOfTheGoodsOfItsLine() {
        station.act(task, new Act.PickShorted(4, A, Quantity.ONE, RACK, "NOT_FOUND"));
        isKeptAndCountsNowhere(station, "other goods, or fewer, on line 4");
    }

    @Test
    void lostUnitsDoNotBecomeSellable() {
        station.pick(task, line, 2);
        station.push();
        movements = movements();
        Act lost = new Act.PackShorted(
                A, Act.PackShorted.Fault.DAMAGED, List.of(new Act.PackShorted.Part(1, Quantity.ONE)), TOTE, "BROKEN");
        station.act(task, lost, moved(1, Place.of(TOTE), Place.of(RACK)));
        isKeptAndCountsNowhere(station, "do not go to LOCATION:R1");
        station.act(task, lost, moved(1, Place.of(TOTE), Place.of(new LocationCode("BROKEN"))));
        assertThat(station.push().outcomes().getLast().status()).isEqualTo(Push.Status.ACCEPTED);
    }

    @Test
    void whatIsTakenBackIsWhatWasDone() {
        FloorEvent received = station.receive("ASN-1", "A", new LicensePlate("P1"), 1);
        station.push();
        movements = movements();
        station.act(null, new Act.ActUndone(received.id()), moved(1_000, Place.CORRECTION, Place.of(RACK)));
        isKeptAndCountsNowhere(station, "does not move what it says");
    }
}
