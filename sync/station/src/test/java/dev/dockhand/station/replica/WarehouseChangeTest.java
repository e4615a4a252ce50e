package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.site.Warehouse;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the warehouse works, while what the server tells of it changes. */
class WarehouseChangeTest extends KnownShop {

    private static final Warehouse MOVED = Warehouse.usual(Rig.AUTHOR.warehouse(), ZoneId.of("Asia/Tokyo"));
    private static final Warehouse AGAIN = Warehouse.usual(Rig.AUTHOR.warehouse(), ZoneId.of("Asia/Seoul"));

    @Test
    void itIsAsAtEnrolmentUntilTheServerTells() throws Exception {
        assertThat(rig.view().warehouse()).isEqualTo(Rig.AT_ENROLMENT);
        rig.server.tell(List.of(new Feed.WarehouseChanged(MOVED)));
        assertThat(rig.view().warehouse()).isEqualTo(Rig.AT_ENROLMENT);
        rig.pull();
        assertThat(rig.view().warehouse()).isEqualTo(MOVED);
    }

    @Test
    void whatWasToldLastOutlivesARestartAndASnapshot() throws Exception {
        rig.server.tell(List.of(new Feed.WarehouseChanged(MOVED)));
        rig.pull();
        rig.restart();
        assertThat(rig.view().warehouse()).isEqualTo(MOVED);
        rig.server.tell(List.of(new Feed.WarehouseChanged(AGAIN)));
        rig.snapshot();
        assertThat(rig.view().warehouse()).isEqualTo(AGAIN);
    }
}
