package dev.dockhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever the office does, the floor has its turn at once. */
class LaneTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int CROWD = 12;
    private static final int PATIENCE = 60;

    private final Database database = DATABASE.database();
    private final Site site = DATABASE.freshSite();
    private final CountDownLatch allOfTheFloorIsDone = new CountDownLatch(1);
    private final CountDownLatch officeIsFull = new CountDownLatch(Lane.OFFICE.turns());

    @Test
    void theFloorWritesWhileTheOfficeIsFullAndAnOfficeThatWaitsIsNotForgotten() throws Exception {
        theFloorWorksWhileTheOfficeIsFull(() -> database.inTransaction(site, this::holdsOn));
    }

    @Test
    void theFloorReadsWhileTheOfficeReads() throws Exception {
        theFloorWorksWhileTheOfficeIsFull(() -> database.read(site, this::holdsOn));
    }

    private void theFloorWorksWhileTheOfficeIsFull(Supplier<Boolean> office) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> held = new ArrayList<>();
            for (int i = 0; i < Lane.FLOOR.connections(); i++) {
                held.add(threads.submit(() -> Lane.OFFICE.call(office::get)));
            }
            assertThat(officeIsFull.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            List<Future<Integer>> floor = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                floor.add(threads.submit(
                        () -> database.inTransaction(site, LaneTest::one) + database.read(site, LaneTest::one)));
            }
            for (Future<Integer> each : floor) {
                assertThat(each.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(2);
            }
            allOfTheFloorIsDone.countDown();
            assertThat(held.stream().filter(LaneTest::isDone).count()).isGreaterThanOrEqualTo(Lane.OFFICE.turns());
        }
    }

    /** Whether it had its turn; for more connections than the office has, nobody waits long. */
    private static boolean isDone(Future<Boolean> one) {
        try {
            return one.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Ends only when the floor is done, so nothing that waits for it may be what the floor needs. */
    private boolean holdsOn(Tx tx) {
        one(tx);
        officeIsFull.countDown();
        try {
            return allOfTheFloorIsDone.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int one(Tx tx) {
        return tx.query("SELECT 1 WHERE :company || :warehouse IS NOT NULL")
                .mapTo(Integer.class)
                .one();
    }
}
