package dev.dockhand.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.ServerDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two processes on one database. */
class JobsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T06:00:00Z"));

    @AfterEach
    void forget() {
        Owner.use(DATABASE.database(), handle -> handle.execute("DELETE FROM scheduled_tasks"));
    }

    private Jobs process(String name, Jobs.Job... jobs) {
        return Jobs.start(DATABASE.database(), name, now::get, List.of(jobs));
    }

    private int ended() {
        return Owner.read(
                DATABASE.database(),
                handle -> handle.createQuery(
                                "SELECT count(*) FROM scheduled_tasks WHERE NOT picked AND last_success IS NOT NULL")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void ofTwoProcessesOneDoesAJobThatIsDueAndTheNextTimeByOurClock() {
        AtomicInteger runs = new AtomicInteger();
        Jobs.Job job = new Jobs.Job("count", DAY, runs::incrementAndGet);
        try (Jobs one = process("one", job);
                Jobs two = process("two", job)) {
            await().atMost(PATIENCE).until(() -> ended() == 1);
            assertThat(runs).hasValue(1);
            now.updateAndGet(time -> time.plus(DAY).plusSeconds(5));
            await().atMost(PATIENCE).until(() -> runs.get() == 2);
            assertThat(one).isNotSameAs(two);
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void whatAKilledProcessHadInHandAnotherOneTakesUp() {
        AtomicInteger runs = new AtomicInteger();
        Jobs.Job job = new Jobs.Job("count", DAY, runs::incrementAndGet);
        Owner.use(
                DATABASE.database(),
                handle -> handle.execute(
                        """
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        VALUES ('count', 'recurring', ?, true, 'dead', ?, 1)\
                        """,
                        now.get().minusSeconds(60).atOffset(java.time.ZoneOffset.UTC),
                        now.get().minusSeconds(60).atOffset(java.time.ZoneOffset.UTC)));
        try (Jobs living = process("living", job)) {
            await().atMost(PATIENCE).until(() -> {
                now.updateAndGet(time -> time.plusSeconds(1));
                return runs.get() == 1;
            });
            assertThat(living).isNotNull();
        }
    }

    @Test
    void aJobThatFailsIsTriedAgainAndKeepsNoOtherFromItsTurn() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch other = new CountDownLatch(1);
        try (Jobs one = process(
                "one",
                new Jobs.Job("fails", Duration.ofSeconds(1), () -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("no");
                }),
                new Jobs.Job("works", DAY, other::countDown))) {
            await().atMost(PATIENCE).until(() -> {
                now.updateAndGet(time -> time.plusSeconds(1));
                return runs.get() > 1 && other.getCount() == 0;
            });
            assertThat(one).isNotNull();
        }
    }
}
