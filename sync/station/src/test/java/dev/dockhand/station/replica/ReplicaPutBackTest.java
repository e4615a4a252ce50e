package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which totes wait to be put back: with the cable pulled as well as when the server has told. */
class ReplicaPutBackTest extends KnownShop {

    private static final LocationCode RACK = Shop.rack(4);

    private void tell(int number, TaskStage stage, Shipment.Closing closing) throws Exception {
        ShipmentTask task = Shop.work(number);
        rig.server.tell(List.of(new Feed.TaskChanged(new Shipment(
                task.id(),
                task.shipment(),
                task.order(),
                stage,
                new StationId("S05"),
                1,
                new ToteCode("T-5"),
                List.of(task.waybill()),
                closing))));
        rig.pull();
    }

    private static PutBack.Line line(ShipmentTask task, int number, int units) {
        var line = task.lines().get(number - 1);
        return new PutBack.Line(line.goods(), Quantity.of(units), line.location());
    }

    private List<List<PutBack.Line>> waiting() throws Exception {
        return rig.view().putBacks().stream().map(PutBack::lines).toList();
    }

    @Test
    void whatWasPickedForAnOrderThatIsCalledOffWaitsUntilItWasPutBack() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 3));
        rig.act(Shop.pick(task, 2, 2));
        assertThat(rig.view().putBacks()).as("it is still wanted").isEmpty();
        rig.server.cancel(task.id());
        rig.pull();
        assertThat(waiting()).containsExactly(List.of(line(task, 1, 3), line(task, 2, 2)));
        assertThat(rig.view().putBacks().getFirst().order()).isEqualTo(task.order());
        rig.act(Shop.of(task, new Act.CancelSeen(task.shipment())));
        rig.act(Shop.putBack(task, 1, 3, RACK));
        assertThat(waiting()).containsExactly(List.of(line(task, 2, 2)));
        FloorEvent rest = rig.act(Shop.putBack(task, 2, 2, RACK));
        assertThat(rig.view().putBacks()).isEmpty();
        rig.undo(rest);
        assertThat(waiting()).containsExactly(List.of(line(task, 2, 2)));
        rig.restart();
        assertThat(waiting()).containsExactly(List.of(line(task, 2, 2)));
        rig.push(100);
        rig.pull();
        assertThat(waiting()).containsExactly(List.of(line(task, 2, 2)));
        rig.act(Shop.putBack(task, 2, 2, RACK));
        rig.push(100);
        rig.pull();
        assertThat(rig.view().putBacks()).isEmpty();
        assertThat(rig.view().contents(Place.of(RACK)))
                .extracting(balance -> balance.balance())
                .contains(3, 2);
    }

    @Test
    void whatAnotherStationPickedWaitsHereToo() throws Exception {
        rig.server.moved(new Movement(
                Goods.of(Shop.itemId(0)), Quantity.of(2), Place.of(Shop.rack(0)), Place.of(new ToteCode("T-5"))));
        tell(7, TaskStage.PICKED, null);
        assertThat(rig.view().putBacks()).as("it is still wanted").isEmpty();
        tell(7, TaskStage.CANCELLED, new Shipment.Closing(Shop.NOON, null));
        PutBack waiting = new PutBack(
                new ToteCode("T-5"),
                Shop.work(7).order(),
                Shop.NOON,
                List.of(new PutBack.Line(Goods.of(Shop.itemId(0)), Quantity.of(2), null)));
        assertThat(rig.view().putBacks()).containsExactly(waiting);
        assertThat(waiting.units()).isEqualTo(Quantity.of(2));
        rig.snapshot();
        assertThat(rig.view().putBacks()).containsExactly(waiting);
        tell(8, TaskStage.RELEASED, null);
        assertThat(rig.view().putBacks()).as("another order uses the tote").isEmpty();
    }

    /** What the server tells of work that is given back is older than what was picked here. */
    @Test
    void aToteOfWorkThatIsGivenBackIsStillWanted() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 3));
        rig.replica.returning(task.id()).get();
        assertThat(rig.view().putBacks()).isEmpty();
    }

    /** What is left in the tote of a parcel that was closed here is wanted by nobody. */
    @Test
    void whatAParcelLeftBehindWaits() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 3));
        rig.push(100);
        rig.pull();
        rig.act(Shop.packedOut(task));
        assertThat(waiting()).containsExactly(List.of(line(task, 1, 3)));
    }
}
