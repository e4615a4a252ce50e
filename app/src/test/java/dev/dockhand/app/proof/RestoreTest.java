package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The server's data comes back from a backup: what was shipped since is not shipped again. */
@Execution(ExecutionMode.CONCURRENT)
class RestoreTest {

    private static final int ORDERS = 8;
    private static final int HELD = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void whatWasGrantedAndShippedSinceTheBackupIsThereOnce() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, new GeneratedShop(8, ORDERS, 4));
                Bench bench = Bench.open(folder.resolve("first"), warehouse, "ST-01", HELD)) {
            await().atMost(PATIENCE)
                    .until(() -> !bench.program().memory().view().tasks().isEmpty());
            warehouse.backUp();
            for (int round = 1; warehouse.packed().size() < ORDERS; round++) {
                bench.worker("ROUND-" + round).work();
                bench.awaitInStep();
            }
            List<String> onBoxes = bench.waybillsPrinted();
            long acts = bench.acts();

            warehouse.restore();

            await().atMost(PATIENCE).until(() -> warehouse.packed().size() == ORDERS);
            bench.checkActs(warehouse, acts);
            bench.worker("AFTER").work();
            assertThat(bench.waybillsPrinted())
                    .as("labels, none of them printed since")
                    .isEqualTo(onBoxes)
                    .hasSize(ORDERS);
            assertThat(warehouse.packed()).containsExactlyInAnyOrderElementsOf(onBoxes);
            assertThat(warehouse.rows("SELECT DISTINCT kind FROM exception"))
                    .as("late work is all that a supervisor hears of")
                    .isSubsetOf("STALE_LEASE");
            warehouse.checkBooks();
            warehouse.checkStockLeft();
        }
    }
}
