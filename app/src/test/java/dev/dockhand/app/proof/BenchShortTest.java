package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.station.ReadModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Units are missing at the bench while the cable is pulled: the others ship, and this parcel once it is whole again. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class BenchShortTest {

    private static final int ORDERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aParcelThatIsShortShipsWholeUnderItsWaybillAfterOthersWerePicked() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, new GeneratedShop(8, ORDERS, 7));
                Bench bench = Bench.open(folder.resolve("station"), warehouse, "ST-01", ORDERS)) {
            ReadModel known = bench.program().memory().view();
            await().atMost(PATIENCE).until(() -> known.tasks().size() == ORDERS);
            Worker worker = bench.worker("TOTE");
            worker.workTo("packing.scan-item");
            warehouse.cable().pull();
            lose(worker, bench);
            worker.work();
            assertThat(bench.waybillsPrinted()).hasSize(ORDERS - 1);
            assertThat(known.tasks()).hasSize(1);
            String waybill = known.tasks().getFirst().waybill().value();

            warehouse.cable().plug();
            bench.awaitInStep();
            await().atMost(PATIENCE)
                    .until(() -> known.tasks().stream()
                            .anyMatch(task -> task.lines().stream()
                                    .anyMatch(line -> line.quantity().units()
                                            > line.picked().units())));
            assertThat(warehouse.rows("SELECT shipment FROM shipment WHERE stage = 'PACKED'"))
                    .hasSize(ORDERS - 1);

            bench.worker("SPARE").work();
            bench.awaitInStep();
            assertThat(warehouse.packed())
                    .hasSize(ORDERS)
                    .doesNotHaveDuplicates()
                    .contains(waybill);
            assertThat(bench.waybillsPrinted()).hasSize(ORDERS).doesNotHaveDuplicates();
            assertThat(warehouse.rows("SELECT kind FROM exception")).containsExactly("SHORT_PICK");
            warehouse.checkBooks();
            assertThat(shipped(warehouse)).as("units that left in parcels").isEqualTo(ordered(warehouse));
            assertThat(warehouse.number("SELECT COALESCE(sum(quantity), 0) FROM balance WHERE place LIKE 'TOTE:%'"))
                    .isZero();
        }
    }

    private static void lose(Worker worker, Bench bench) throws InterruptedException {
        BenchView asked = worker.scanRaw(Command.PROBLEM.barcode());
        if (asked.screen().step().equals("packing.problem")) {
            choose(bench, asked.screen().options().getFirst().id());
            worker.await(view -> view.screen().step().equals("packing.lost-reason"), "the reasons");
        }
        choose(bench, "NOT_IN_TOTE");
        worker.await(view -> view.screen().step().equals("packing.problem-shelf"), "the problem shelf");
    }

    private static void choose(Bench bench, String option) {
        bench.program().bench().input(new Input.Chosen(option));
    }

    private static List<String> shipped(Warehouse warehouse) {
        return warehouse.rows("""
            SELECT to_place || ' ' || item || ' ' || sum(quantity) FROM movement WHERE to_place LIKE 'PARCEL:%'
            GROUP BY to_place, item ORDER BY to_place, item
            """);
    }

    private static List<String> ordered(Warehouse warehouse) {
        return warehouse.rows("""
            SELECT 'PARCEL:' || s.shipment || ' ' || l.item || ' ' || sum(l.quantity)
            FROM order_line l JOIN shipment s USING (order_id)
            GROUP BY s.shipment, l.item ORDER BY s.shipment, l.item
            """);
    }
}
