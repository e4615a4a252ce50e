package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.store.ServerDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnapshotTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int PUSHES = 30;

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());

    /** Taken while stations write: a snapshot and the feed after its cursor make the same picture, whenever it was taken. */
    @Test
    void aSnapshotIsOneMomentAndTheFeedGoesOnFromThere() throws Exception {
        warehouse.item("A").location("R1", "STORAGE", 1).stock("R1", "A", 1000).asn("ASN-1", "A", 1000);
        List<TestStation> stations = List.of(warehouse.station("S1"), warehouse.station("S2"));
        List<FeedInvariants.Told> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> writers = new ArrayList<>();
            stations.forEach(station -> writers.add(threads.submit(() -> write(station))));
            while (!writers.stream().allMatch(Future::isDone)) {
                told.add(FeedInvariants.snapshot(warehouse));
            }
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }
        Map<String, Feed.Change> now = FeedInvariants.snapshot(warehouse).known();
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(
                        snapshot -> assertThat(FeedInvariants.followed(warehouse, snapshot.known(), snapshot.cursor()))
                                .isEqualTo(now));
        Invariants.check(warehouse, stations.toArray(TestStation[]::new));
    }

    private void write(TestStation station) {
        for (int i = 0; i < PUSHES; i++) {
            station.receive("ASN-1", "A", new LicensePlate(station.id + "-" + i), 1);
            station.push();
        }
    }

    @Test
    void itHoldsTheMasterDataAndNothingOfAnotherWarehouse() {
        TestWarehouse other = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
        other.item("THEIRS").location("THEIRS", "STORAGE", 1).stock("THEIRS", "THEIRS", 4);
        warehouse.item("A").location("R1", "STORAGE", 7).asn("ASN-1", "A", 5).stock("R1", "A", 3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        warehouse.snapshot.write(warehouse.site, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("(?s)\\{\"changes\":5,\"cursor\":1,\"mark\":\"[-0-9a-f]+\",\"serverEpoch\":77}\n.*")
                .contains("\"type\":\"item\"", "\"nameKo\":\"이름\"", "\"walk\":7", "\"expected\":5", "\"balance\":3")
                .doesNotContain("THEIRS");
    }
}
