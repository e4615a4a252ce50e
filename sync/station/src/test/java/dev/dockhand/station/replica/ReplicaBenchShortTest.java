package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A parcel with units that are missing at the bench: it waits here until the server answers. */
class ReplicaBenchShortTest extends KnownShop {

    @Test
    void parcelThatIsShortAtTheBenchWaitsForTheServersAnswer() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 3));
        rig.act(Shop.of(task, new Act.PickFinished(new ToteCode("T-9"))));
        rig.push(100);
        rig.lease(3);
        rig.pull();
        rig.act(Shop.pack(task, 1, 1));
        FloorEvent gone = rig.act(lost(task, 2));
        Progress waiting = rig.view().progress(task.id());
        assertThat(waiting.picked(1)).isEqualTo(Quantity.ONE);
        assertThat(waiting.lost()).containsExactly(Map.entry(1, Quantity.of(2)));
        assertThat(waiting.unitsPacked())
                .as("what was checked lies in the tote again")
                .isZero();
        rig.restart();
        assertThat(rig.view().progress(task.id())).isEqualTo(waiting);

        Shipment news = Shop.told(
                task, TaskStage.RELEASED, task.lease().station(), task.lease().token());
        assertThat(rig.replica.isBehind(news)).isTrue();
        rig.push(100);
        rig.lease(3);
        assertThat(rig.replica.isBehind(news)).isFalse();
        Progress answered = rig.view().progress(task.id());
        assertThat(answered.lost()).isEmpty();
        assertThat(answered.picked(1)).isEqualTo(Quantity.ONE);
        assertThat(answered.pickFinished()).isFalse();

        rig.undo(gone);
        Progress found = rig.view().progress(task.id());
        assertThat(found.picked(1)).isEqualTo(Quantity.of(3));
        assertThat(found.lost()).isEmpty();
        assertThat(found.pickFinished()).isTrue();
        assertThat(found.packed(task.lines().getFirst().item())).isEqualTo(Quantity.ONE);
        rig.push(100);
        rig.lease(3);
        assertThat(rig.view().progress(task.id())).isEqualTo(found);
    }

    @Test
    void unitsThatWereFoundBeforeTheServerAnsweredWaitForNothing() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 3));
        rig.act(Shop.of(task, new Act.PickFinished(new ToteCode("T-9"))));
        Progress before = rig.view().progress(task.id());
        rig.undo(rig.act(lost(task, 1)));
        assertThat(rig.view().progress(task.id())).isEqualTo(before);
        FloorEvent first = rig.act(lost(task, 1));
        rig.undo(rig.act(lost(task, 2)));
        assertThat(rig.view().progress(task.id()).lost()).containsExactly(Map.entry(1, Quantity.ONE));
        rig.undo(first);
        assertThat(rig.view().progress(task.id())).isEqualTo(before);
    }

    /** The answer may come as a list that is picked, with fewer units than before. */
    @Test
    void parcelThatIsShortAtTheShelfWaitsForTheServersAnswerOnceItsListIsDone() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 2));
        PickLine line = task.lines().getFirst();
        rig.act(Shop.of(task, new Act.PickShorted(1, line.item(), Quantity.ONE, line.location(), "NOT_FOUND")));
        assertThat(rig.view().progress(task.id()).waitsForAnswer()).isFalse();
        rig.act(Shop.of(task, new Act.PickFinished(new ToteCode("T-9"))));
        assertThat(rig.view().progress(task.id()).waitsForAnswer()).isTrue();
        Shipment news = Shop.told(
                task, TaskStage.PICKED, task.lease().station(), task.lease().token());
        assertThat(rig.replica.isBehind(news)).isTrue();
    }

    private static Draft lost(ShipmentTask task, int units) {
        return Shop.of(
                task,
                new Act.PackShorted(
                        task.lines().getFirst().item(),
                        Act.PackShorted.Fault.MISSING,
                        List.of(new Act.PackShorted.Part(1, Quantity.of(units))),
                        new ToteCode("T-9"),
                        "NOT_FOUND"));
    }
}
