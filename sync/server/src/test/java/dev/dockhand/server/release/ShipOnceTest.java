package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two stations, one order: whatever the interleaving, at most one shipment. */
class ShipOnceTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int PUSHES = 3;
    private static final int OTHERS = 4;

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private final TestStation first = warehouse.station("S1");
    private final TestStation second = warehouse.station("S2");
    private ShipmentTask work;

    /** Every way to mix the first station's pushes (1) with what happens elsewhere (2), each in its own order. */
    static Stream<String> interleavings() {
        List<String> all = new ArrayList<>();
        mix("", PUSHES, OTHERS, all);
        return all.stream();
    }

    private static void mix(String begun, int ones, int twos, List<String> all) {
        if (ones == 0 && twos == 0) {
            all.add(begun);
        }
        if (ones > 0) {
            mix(begun + "1", ones - 1, twos, all);
        }
        if (twos > 0) {
            mix(begun + "2", ones, twos - 1, all);
        }
    }

    private ShipmentTask begin() {
        warehouse.item("A").location("R1", "STORAGE", 1).waybills(2).stock("R1", "A", 10);
        warehouse.order("O-1", Map.of("A", 2));
        ShipmentTask task = warehouse.grant(first, 1).getFirst();
        first.pick(task, task.lines().getFirst(), 2);
        first.act(task, new Act.PickFinished(first.tote()));
        first.packed(task);
        return task;
    }

    @ParameterizedTest
    @MethodSource("interleavings")
    void atMostOneShipment(String interleaving) {
        work = begin();
        int ones = 0;
        int twos = 0;
        List<ShipmentTask> others = new ArrayList<>();
        for (char who : interleaving.toCharArray()) {
            if (who == '1') {
                ones++;
                first.send(ones, ones, false);
                first.acked = ones;
            } else {
                elsewhere(twos++, others);
            }
        }
        Invariants.check(warehouse, first, second);
        assertThat(shipped()).isEqualTo(1);
        List<ExceptionKind> kinds =
                warehouse.openExceptions().stream().map(ExceptionRecord::kind).toList();
        boolean bothPacked = others.size() == 1;
        if (bothPacked) {
            assertThat(others.getFirst().waybill()).isEqualTo(work.waybill());
            assertThat(kinds).contains(ExceptionKind.ALREADY_SHIPPED);
        } else {
            assertThat(kinds).doesNotContain(ExceptionKind.ALREADY_SHIPPED);
        }
        boolean bothPicked = others.stream()
                .anyMatch(task -> task.lines().getFirst().picked().isZero());
        assertThat(warehouse.level("A").sellable()).isEqualTo(10 - (bothPicked ? 4 : 2));
    }

    private void elsewhere(int step, List<ShipmentTask> others) {
        switch (step) {
            case 0 -> warehouse.desk.breakLease(warehouse.site, new TaskId("b/O-1.1"), "boss");
            case 1 -> others.addAll(warehouse.grant(second, 1));
            case 2 -> others.forEach(second::finish);
            default -> second.push();
        }
    }

    private long shipped() {
        return warehouse.number("SELECT count(*) FROM shipment WHERE company = :company AND warehouse = :warehouse"
                + " AND packed_by IS NOT NULL");
    }

    @RepeatedTest(5)
    void atMostOneShipmentWhenBothArriveAtOnce() throws Exception {
        work = begin();
        warehouse.desk.breakLease(warehouse.site, work.id(), "boss");
        second.finish(warehouse.grant(second, 1).getFirst());
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = new ArrayList<>();
            for (TestStation station : List.of(first, second)) {
                both.add(threads.submit(() -> {
                    together.await(60, TimeUnit.SECONDS);
                    return station.push();
                }));
            }
            for (Future<?> one : both) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        Invariants.check(warehouse, first, second);
        assertThat(shipped()).isEqualTo(1);
        assertThat(warehouse.openExceptions())
                .extracting(ExceptionRecord::kind)
                .contains(ExceptionKind.ALREADY_SHIPPED, ExceptionKind.STALE_LEASE);
    }
}
