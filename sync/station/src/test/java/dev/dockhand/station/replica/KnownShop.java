package dev.dockhand.station.replica;

import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.Shop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A replica that knows the small shop and three pieces of work that it may lease. */
abstract class KnownShop {

    @TempDir
    Path folder;

    Rig rig;

    @BeforeEach
    void warehouseIsKnown() throws Exception {
        rig = new Rig(folder);
        rig.server.tell(basics());
        for (int i = 0; i < 3; i++) {
            rig.server.addWork(Shop.work(i));
        }
        rig.snapshot();
    }

    static List<Feed.Change> basics() {
        return Shop.basics(50);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    ShipmentTask leased() throws Exception {
        rig.lease(3);
        rig.pull();
        return rig.view().tasks().getFirst();
    }
}
