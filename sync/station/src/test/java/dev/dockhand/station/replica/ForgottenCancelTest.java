package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server comes back from a backup that is older than a cancel. */
class ForgottenCancelTest extends KnownShop {

    @Test
    void whatTheServerHasNotCalledOffGoesOnWithItsAddress() throws Exception {
        ShipmentTask task = leased();
        List<ShipmentTask> held = rig.view().tasks();
        rig.act(Shop.pick(task, 1, 1));
        rig.server.cancel(task.id());
        rig.pull();
        assertThat(rig.view().progress(task.id()).cancelled()).isTrue();
        rig.server.tell(List.of(new Feed.TaskChanged(Shop.told(
                task, TaskStage.RELEASED, task.lease().station(), task.lease().token()))));
        rig.snapshot();
        rig.replica.granted(Leases.Grant.of(held, List.of()));
        assertThat(rig.view().progress(task.id()).cancelled()).isFalse();
        assertThat(rig.view().tasks()).extracting(ShipmentTask::id).contains(task.id());
        assertThat(rig.view().task(task.id()).orElseThrow().recipient().name()).startsWith("Hong");
    }
}
