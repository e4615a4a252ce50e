package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.SyncStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The network cable is pulled, 50 orders are packed, and it is plugged in again. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class CableTest {

    private static final int ORDERS = 50;
    private static final GeneratedShop SHOP = new GeneratedShop(60, 60, 20261123);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void fiftyOrdersPackedWithoutTheNetworkReachTheServerExactlyOnce() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, SHOP);
                Bench bench = Bench.open(folder.resolve("station"), warehouse, "ST-01", ORDERS)) {
            awaitWork(bench);
            warehouse.cable().pull();

            bench.worker("TOTE").work();

            assertThat(bench.program().memory().sync().state()).isNotEqualTo(SyncStatus.State.IN_STEP);
            assertThat(warehouse.packed())
                    .as("parcels that the server knows of")
                    .isEmpty();
            warehouse.cable().plug();
            bench.awaitInStep();
            checkEverythingOnce(warehouse, bench);
        }
    }

    @Test
    void everyReplyLostOnceChangesNothing() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, SHOP);
                Bench bench = Bench.open(folder.resolve("station"), warehouse, "ST-01", ORDERS)) {
            awaitWork(bench);
            warehouse.cable().loseEveryReplyOnce();
            Worker worker = bench.worker("TOTE");

            worker.work(view -> isParcel(view, ORDERS / 2, warehouse));
            warehouse.cable().pull();
            worker.work();
            warehouse.cable().plug();

            bench.awaitInStep();
            assertThat(warehouse.cable().repliesLost())
                    .as("replies that were lost after the server had committed")
                    .isPositive();
            checkEverythingOnce(warehouse, bench);
        }
    }

    private static boolean isParcel(BenchView view, int number, Warehouse warehouse) {
        return view.verdict() != null
                && view.verdict().text().key().equals("packing.closed")
                && warehouse.packed().size() >= number;
    }

    private static void awaitWork(Bench bench) {
        await().atMost(PATIENCE)
                .until(() -> bench.program().memory().view().tasks().size() == ORDERS);
    }

    private static List<String> unfinished(Bench bench) {
        ReadModel view = bench.program().memory().view();
        return view.tasks().stream()
                .map(task -> task.id() + " " + task.stage() + " " + view.progress(task.id()))
                .toList();
    }

    private static void checkEverythingOnce(Warehouse warehouse, Bench bench) throws Exception {
        assertThat(warehouse.number("SELECT count(*) FROM event"))
                .as("acts at the server")
                .isEqualTo(bench.acts());
        assertThat(warehouse.rows("SELECT kind || ' ' || about || ' ' || detail FROM exception"))
                .isEmpty();
        assertThat(warehouse.packed())
                .as("parcels at the server; the bench still holds %s", unfinished(bench))
                .hasSize(ORDERS)
                .doesNotHaveDuplicates();
        await().atMost(PATIENCE).until(() -> bench.devices().labels().size() >= ORDERS);
        assertThat(bench.devices().printer().labels()).hasSize(ORDERS);
        assertThat(bench.waybillsPrinted()).containsExactlyInAnyOrderElementsOf(warehouse.packed());
        assertThat(warehouse.number("SELECT count(*) FROM event WHERE type = 'ShipmentPacked'"))
                .isEqualTo(ORDERS);
        assertThat(bench.program().memory().sync().waiting()).isZero();
        warehouse.checkBooks();
        warehouse.checkStockLeft();
    }
}
