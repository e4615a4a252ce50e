package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the codes of the whole warehouse mean, and what lies in a tote: as the server told, own acts on top. */
class ReplicaCodesTest extends KnownShop {

    private static final Place TOTE = Place.of(new ToteCode("T-task-0"));

    private void tell(Shipment shipment) throws Exception {
        rig.server.tell(List.of(new Feed.TaskChanged(shipment)));
        rig.pull();
    }

    private static Shipment elsewhere(int number, TaskStage stage, Shipment.Closing closing) {
        ShipmentTask task = Shop.work(number);
        return new Shipment(
                task.id(),
                task.shipment(),
                task.order(),
                stage,
                new StationId("S05"),
                1,
                new ToteCode("T-5"),
                List.of(task.waybill()),
                closing);
    }

    @Test
    void ownActsCountInAToteBeforeTheServerHasHeardOfThem() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 3));
        assertThat(rig.view().contents(TOTE))
                .extracting(balance -> balance.balance())
                .containsExactly(3);
        rig.push(100);
        rig.pull();
        assertThat(rig.view().contents(TOTE))
                .extracting(balance -> balance.balance())
                .containsExactly(3);
        rig.undo(rig.act(Shop.pick(task, 2, 2)));
        assertThat(rig.view().contents(TOTE)).hasSize(1);
    }

    @Test
    void whatAnotherStationPutIntoAToteIsKnown() throws Exception {
        rig.server.moved(new Movement(
                Goods.of(Shop.itemId(0)), Quantity.of(2), Place.of(Shop.rack(0)), Place.of(new ToteCode("T-5"))));
        rig.pull();
        assertThat(rig.view().contents(Place.of(new ToteCode("T-5")))).hasSize(1);
        assertThat(rig.view().contents(Place.of(new ToteCode("T-6")))).isEmpty();
    }

    @Test
    void everyShipmentIsKnownByOrderWaybillAndTote() throws Exception {
        Shipment.Closing closing = new Shipment.Closing(Shop.NOON, Shop.KIM);
        tell(elsewhere(7, TaskStage.PACKED, closing));
        for (String code : List.of("O-7", "o-7", " 632912300007 ", "T-5")) {
            assertThat(rig.view().shipments(code)).as(code).containsExactly(elsewhere(7, TaskStage.PACKED, closing));
        }
        assertThat(rig.view().shipments("632912300008")).isEmpty();
        rig.restart();
        assertThat(rig.view().shipments("O-7")).hasSize(1);
    }

    @Test
    void theyComeWithASnapshotToo() throws Exception {
        tell(elsewhere(7, TaskStage.CANCELLED, new Shipment.Closing(Shop.NOON, null)));
        rig.snapshot();
        assertThat(rig.view().shipments("632912300007"))
                .extracting(Shipment::stage)
                .containsExactly(TaskStage.CANCELLED);
    }

    @Test
    void aParcelThatWasClosedHereIsKnownAsClosedOffline() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 3));
        assertThat(rig.view().shipments("T-task-0")).extracting(Shipment::stage).containsExactly(TaskStage.RELEASED);
        rig.act(Shop.packedOut(task));
        assertThat(rig.view().shipments(task.waybill().value())).singleElement().satisfies(shipment -> {
            assertThat(shipment.stage()).isEqualTo(TaskStage.PACKED);
            assertThat(shipment.closing()).isEqualTo(new Shipment.Closing(Shop.NOON, Shop.KIM));
            assertThat(shipment.tote()).isEqualTo(new ToteCode("T-task-0"));
        });
    }

    @Test
    void openOnesComeBeforeThoseThatEndedInTheSameTote() throws Exception {
        tell(elsewhere(7, TaskStage.CANCELLED, new Shipment.Closing(Shop.NOON, null)));
        tell(elsewhere(8, TaskStage.CANCELLED, new Shipment.Closing(Shop.NOON.plus(Duration.ofHours(1)), null)));
        tell(elsewhere(9, TaskStage.PICKED, null));
        assertThat(rig.view().shipments("T-5"))
                .extracting(shipment -> shipment.order().name())
                .containsExactly("O-9", "O-8", "O-7");
    }

    @Test
    void aPlateTellsWhereItWasPutAway() throws Exception {
        rig.act(Shop.receive(1, 1, 5, Act.Condition.GOOD));
        assertThat(rig.view().plateEver(Shop.plate(1)))
                .contains(new Feed.PlateChanged(Shop.plate(1), Act.Condition.GOOD, null));
        rig.act(Shop.putAway(1, 1, 5, Shop.rack(2)));
        assertThat(rig.view().plateEver(Shop.plate(1)))
                .contains(new Feed.PlateChanged(Shop.plate(1), Act.Condition.GOOD, Shop.rack(2)));
        assertThat(rig.view().plateEver(Shop.plate(2))).isEmpty();
        assertThat(rig.view().operator(Shop.KIM)).isPresent();
    }

    /** Own acts are in the journal for two weeks, and each new read model is made with them. */
    @Test
    void whatTheServerTellsOfAPlateCountsMoreThanOlderActsOfOnesOwn() throws Exception {
        rig.act(Shop.receive(1, 1, 5, Act.Condition.GOOD));
        FloorEvent put = rig.act(Shop.putAway(1, 1, 5, Shop.rack(2)));
        rig.undo(put);
        assertThat(rig.view().plateEver(Shop.plate(1)))
                .as("it came back")
                .contains(new Feed.PlateChanged(Shop.plate(1), Act.Condition.GOOD, null));
        rig.push(10);
        Feed.PlateChanged elsewhere = new Feed.PlateChanged(Shop.plate(1), Act.Condition.DAMAGED, Shop.rack(3));
        rig.server.tell(List.of(elsewhere));
        rig.pull();
        assertThat(rig.view().plateEver(Shop.plate(1))).contains(elsewhere);
        rig.snapshot();
        assertThat(rig.view().plateEver(Shop.plate(1))).contains(elsewhere);
        assertThat(rig.replica.digest(Shop.NOON)).isEqualTo(rig.server.digest(Shop.STATION));
    }
}
