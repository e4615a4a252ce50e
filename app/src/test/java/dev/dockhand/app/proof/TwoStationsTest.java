package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.Cable;
import dev.dockhand.model.protocol.Leases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A supervisor breaks the leases of a station that cannot be reached, another station gets the same orders, and both pack
 * them without a network, in an order that a seed decides.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class TwoStationsTest {

    private static final int ORDERS = 4;
    private static final int MOST_HEAD_START = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneOrderShipsAtMostOnce(long seed) throws Exception {
        Random chance = new Random(seed);
        try (Warehouse warehouse = Warehouse.open(folder, new GeneratedShop(8, ORDERS, seed));
                Cable other = warehouse.anotherCable();
                Bench first = Bench.open(folder.resolve("first"), warehouse, "ST-01", ORDERS)) {
            first.awaitWork();
            Worker one = first.worker("ONE");
            boolean oneWorks = steps(one, chance.nextInt(MOST_HEAD_START));
            warehouse.cable().pull();
            breakLeases(warehouse);
            try (Bench second =
                    Bench.open(folder.resolve("second"), warehouse, Warehouse.through(other), "ST-02", ORDERS)) {
                second.awaitWork();
                Worker two = second.worker("TWO");
                boolean twoWorks = steps(two, chance.nextInt(MOST_HEAD_START));
                if (chance.nextBoolean()) {
                    other.pull();
                }
                while (oneWorks || twoWorks) {
                    if (oneWorks && (!twoWorks || chance.nextBoolean())) {
                        oneWorks = one.step();
                    } else {
                        twoWorks = two.step();
                    }
                }
                List<Cable> cables =
                        chance.nextBoolean() ? List.of(warehouse.cable(), other) : List.of(other, warehouse.cable());
                for (Cable cable : cables) {
                    cable.plug();
                    (cable == other ? second : first).awaitInStep();
                }
                check(warehouse, first, second);
            }
        }
    }

    @Test
    void whoHasTheParcelInHandIsToldThatItWasTakenAwayBeforeALabelIsPrinted() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, new GeneratedShop(8, ORDERS, 4));
                Bench bench = Bench.open(folder.resolve("first"), warehouse, "ST-01", ORDERS)) {
            bench.awaitWork();
            Worker worker = bench.worker("ONE");
            worker.workTo("packing.scan-item");
            breakLeases(warehouse);
            BenchView told = awaitNews(worker);
            assertThat(told.screen().step()).isEqualTo("packing.choose-work");
            assertThat(bench.devices().labels()).isEmpty();
        }
    }

    @Test
    void whoIsGrantedTheParcelInHandAgainPacksItUnderTheNewLease() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, new GeneratedShop(8, ORDERS, 4));
                Bench bench = Bench.open(folder.resolve("first"), warehouse, "ST-01", ORDERS)) {
            bench.awaitWork();
            Worker worker = bench.worker("ONE");
            worker.workTo("packing.scan-item");
            bench.awaitInStep();
            warehouse.cable().pull();
            bench.program().memory().wantWork(Leases.Request.any(ORDERS, null));
            breakLeases(warehouse);
            warehouse.cable().plug();
            awaitNews(worker);
            await().atMost(PATIENCE)
                    .until(() -> bench.program().memory().view().tasks().size() == ORDERS);
            worker.work();
            bench.awaitInStep();
            check(warehouse, bench);
            assertThat(warehouse.number("SELECT count(*) FROM exception"))
                    .as("exceptions, since every act was done under the lease of its time")
                    .isZero();
        }
    }

    private static void breakLeases(Warehouse warehouse) throws Exception {
        for (String task : warehouse.rows("SELECT task FROM shipment WHERE holder = 'ST-01' AND stage <> 'PACKED'")) {
            warehouse.breakLease(task);
        }
    }

    private static BenchView awaitNews(Worker worker) throws InterruptedException {
        BenchView told = worker.await(BenchView::mustAnswer, "the news");
        assertThat(Objects.requireNonNull(told.verdict()).text().key()).isEqualTo("packing.taken-away");
        return told;
    }

    private static boolean steps(Worker worker, int steps) throws InterruptedException {
        boolean works = true;
        for (int i = 0; i < steps && works; i++) {
            works = worker.step();
        }
        return works;
    }

    private static void check(Warehouse warehouse, Bench... benches) throws Exception {
        List<String> packed = warehouse.packed();
        assertThat(packed).as("orders that shipped").hasSize(ORDERS).doesNotHaveDuplicates();
        for (Bench bench : benches) {
            String station = bench.program().memory().identity().station().value();
            assertThat(warehouse.number("SELECT count(*) FROM event WHERE station = '" + station + "'"))
                    .as("acts of %s at the server", station)
                    .isEqualTo(bench.program().memory().facts(false).lastSeq());
        }
        // Read from the bytes: a second parcel whose goods left in the first one counts nowhere, and is told all the
        // same.
        long parcels = warehouse.number("SELECT count(*) FROM event WHERE raw LIKE '%\"type\":\"shipment-packed\"%'");
        assertThat(warehouse.number("SELECT count(*) FROM exception WHERE kind = 'ALREADY_SHIPPED'"))
                .as("parcels too many, each an exception for a supervisor")
                .isEqualTo(parcels - ORDERS);
        warehouse.checkBooks();
    }
}
