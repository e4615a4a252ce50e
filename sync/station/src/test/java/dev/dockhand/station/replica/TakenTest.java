package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work goes to another station: whoever had begun it is told. */
class TakenTest extends KnownShop {

    private static final StationId OTHER = new StationId("S02");

    private List<ShipmentTask> tasks;

    @BeforeEach
    void somethingIsLeased() throws Exception {
        leased();
        tasks = rig.view().tasks();
    }

    private void taken() throws Exception {
        rig.view();
        tasks.forEach(task -> rig.server.breakLease(task.id(), OTHER));
        rig.pull();
        assertThat(rig.view().tasks()).isEmpty();
    }

    @Test
    void whatWasHalfPickedOrHalfPackedIsToldAndAPickedToteIsNot() throws Exception {
        rig.act(Shop.pick(tasks.get(0), 1, 1));
        for (ShipmentTask task : tasks.subList(1, 3)) {
            rig.act(Shop.pick(task, 1, 2));
            rig.act(Shop.of(task, new Act.PickFinished(new ToteCode("T-9"))));
        }
        rig.act(Shop.of(
                tasks.get(2),
                new Act.ItemPacked(1, tasks.get(2).lines().getFirst().item(), Quantity.ONE)));
        taken();
        assertThat(rig.notices)
                .containsExactly("WORK_TAKEN %s, %s"
                        .formatted(tasks.get(0).order(), tasks.get(2).order()));
    }

    @Test
    void whatNobodyHadBegunGoesInSilence() throws Exception {
        taken();
        assertThat(rig.notices).isEmpty();
    }
}
