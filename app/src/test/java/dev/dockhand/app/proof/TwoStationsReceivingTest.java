package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.Cable;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two stations count against the same notice, with their cables pulled in between. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class TwoStationsReceivingTest {

    private static final String ASN = "ASN-9";
    private static final String ASNS = """
        brand,asn,supplier,expected_on,line,sku,lot,expiry,quantity
        b,%s,Odd Ltd,2026-11-23,1,%s,,,10
        b,%s,Odd Ltd,2026-11-23,2,%s,,,4
        """.formatted(ASN, GeneratedShop.sku(1), ASN, GeneratedShop.sku(2));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void bothJudgeTheTotalAndTheReceiptIsClosedOnce() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, new GeneratedShop(2, 1, 1));
                Cable other = warehouse.anotherCable()) {
            warehouse.load("asns", ASNS);
            try (Bench first = Bench.open(folder.resolve("first"), warehouse, "ST-01", 1);
                    Bench second =
                            Bench.open(folder.resolve("second"), warehouse, Warehouse.through(other), "ST-02", 1)) {
                Worker one = receiver(first);
                Worker two = receiver(second);
                count(one, first, 1, 4);
                one.await(view -> counted(view, "4/10"), "its own count");
                two.await(view -> counted(view, "4/10"), "what the other station counted");

                warehouse.cable().pull();
                other.pull();
                count(one, first, 1, 3);
                count(one, first, 2, 1);
                count(two, second, 1, 5);
                assertThat(counted(one.view(), "7/10")).isTrue();
                assertThat(counted(two.view(), "9/10")).isTrue();

                warehouse.cable().plug();
                other.plug();
                one.await(view -> counted(view, "12/10"), "the total");
                two.await(view -> counted(view, "12/10"), "the total");
                review(one);
                review(two);
                press(one, Command.CONFIRM);
                one.await(view -> at(view, "receiving.close"), "what is lost");
                press(one, Command.FINISH);
                one.await(view -> told(view, "receiving.closed-differs"), "the end");
                first.awaitInStep();
                await().atMost(PATIENCE)
                        .until(() -> second.program().memory().view().openAsns().isEmpty());
                press(two, Command.CONFIRM);
                two.await(view -> told(view, "receiving.notice-closed"), "that it is closed");
                second.awaitInStep();
            }
            assertThat(warehouse.rows("SELECT type FROM event WHERE type = 'ReceiptClosed'"))
                    .hasSize(1);
            assertThat(warehouse.rows("SELECT kind FROM exception")).containsExactly("RECEIPT_DISCREPANCY");
            assertThat(warehouse.number(
                            "SELECT sum(quantity) FROM balance WHERE place LIKE 'LICENSE_PLATE:%' AND item = '"
                                    + GeneratedShop.item(1) + "'"))
                    .isEqualTo(12);
            warehouse.checkBooks();
        }
    }

    /** Somebody who has scanned the notice and waits for an item. */
    private static Worker receiver(Bench bench) throws InterruptedException {
        bench.awaitInStep();
        await().atMost(PATIENCE)
                .until(() -> !bench.program().memory().view().openAsns().isEmpty());
        Worker worker = bench.worker("NONE", List.of(ReceivingFlow.ID));
        worker.workTo("receiving.scan-item");
        return worker;
    }

    private static void count(Worker worker, Bench bench, int item, int units) throws InterruptedException {
        worker.scanRaw("]E0" + GeneratedShop.gtin(item));
        worker.await(view -> at(view, "receiving.count"), "the count");
        press(worker, Command.QUANTITY);
        worker.await(view -> at(view, "receiving.quantity"), "the keypad");
        bench.program().bench().input(new Input.Entered(Integer.toString(units)));
        worker.await(view -> at(view, "receiving.count"), "the count");
        press(worker, Command.CONFIRM);
        worker.await(view -> at(view, "receiving.scan-item"), "the next item");
    }

    /** Both stations see the same differences: two too many of one item, and one of the other. */
    private static void review(Worker worker) throws InterruptedException {
        press(worker, Command.FINISH);
        BenchView seen = worker.await(view -> at(view, "receiving.review"), "the review");
        assertThat(seen.screen().summary())
                .extracting(words -> words.key())
                .containsExactly("receiving.difference.OVER", "receiving.difference.SHORT");
    }

    private static void press(Worker worker, Command command) throws InterruptedException {
        worker.scanRaw(command.barcode());
    }

    private static boolean at(BenchView view, String step) {
        return view.screen().step().equals(step);
    }

    private static boolean told(BenchView view, String key) {
        return view.verdict() != null && view.verdict().text().key().equals(key);
    }

    private static boolean counted(BenchView view, String units) {
        Screen.Counter first = view.screen().rows().isEmpty()
                ? null
                : view.screen().rows().getFirst().count();
        return first != null
                && units.equals(first.done().units() + "/" + first.of().units());
    }
}
