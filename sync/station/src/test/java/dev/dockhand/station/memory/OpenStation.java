package dev.dockhand.station.memory;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.Shop;
import dev.dockhand.station.SyncStatus.State;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A station that is enrolled at the test's server over real HTTP, and in step with it. */
abstract class OpenStation {

    @TempDir
    Path folder;

    HttpTruth server;
    Station station;

    @BeforeEach
    void enrolledStationIsInStep() throws Exception {
        server = new HttpTruth();
        server.truth.tell(Shop.basics(20));
        for (int i = 0; i < 4; i++) {
            server.truth.addWork(Shop.work(i));
        }
        Rigs.enrol(folder, server);
        open();
        awaitInStep();
    }

    @AfterEach
    void close() {
        station.close();
        server.close();
    }

    void open() throws MemoryException {
        station = Station.open(folder, Rigs.parts());
    }

    void awaitInStep() {
        Rigs.await().until(() -> station.sync().state() == State.IN_STEP);
    }

    void awaitState(State state) {
        Rigs.await().until(() -> station.sync().state() == state);
    }
}
