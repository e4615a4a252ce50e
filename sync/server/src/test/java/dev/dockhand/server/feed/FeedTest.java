package dev.dockhand.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());

    private void write(String station, int changes) {
        warehouse.feed.inTransaction(warehouse.site, tx -> {
            for (int i = 1; i <= changes; i++) {
                tx.tell(new Feed.StationHead(new StationId(station), 1, i));
            }
            return true;
        });
    }

    private RawPage page(long cursor, Duration wait) throws InterruptedException {
        return warehouse.reader.page(warehouse.site, cursor, "", null, wait);
    }

    @Test
    void everyWriteIsReadOnceInTheOrderOfCommits() throws Exception {
        int writers = 6;
        int each = 40;
        List<Feed.Change> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                String station = "S" + w;
                all.add(threads.submit(() -> {
                    for (int i = 1; i <= each; i++) {
                        int seq = i;
                        warehouse.feed.inTransaction(warehouse.site, tx -> {
                            tx.query("SELECT pg_sleep(random() * 0.01) WHERE :company || :warehouse <> ''")
                                    .mapToMap()
                                    .list();
                            tx.tell(new Feed.StationHead(new StationId(station), 1, seq));
                            return true;
                        });
                    }
                }));
            }
            long cursor = 0;
            while (seen.size() < writers * each) {
                RawPage page = page(cursor, Duration.ofSeconds(20));
                assertThat(page.changes()).as("something comes within 20 s").isNotEmpty();
                assertThat(page.cursor() - cursor).isEqualTo(page.changes().size());
                cursor = page.cursor();
                seen.addAll(page.page().changes());
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        for (int w = 0; w < writers; w++) {
            StationId station = new StationId("S" + w);
            List<Long> numbers = seen.stream()
                    .map(Feed.StationHead.class::cast)
                    .filter(head -> head.station().equals(station))
                    .map(Feed.StationHead::seq)
                    .toList();
            assertThat(numbers).hasSize(each).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() throws Exception {
        write("S0", 1);
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = threads.submit(() -> DATABASE.database().useTransaction(warehouse.site, tx -> {
                tx.update("""
                    UPDATE feed_head SET head = head + 1 WHERE company = :company AND warehouse = :warehouse\
                    """).execute();
                tx.update("""
                    INSERT INTO feed SELECT :company, :warehouse, head, 1,
                        '{"type":"station","station":"SLOW","epoch":1,"seq":1}', now(), 'slow'
                    FROM feed_head WHERE company = :company AND warehouse = :warehouse\
                    """).execute();
                numbered.countDown();
                await(commit);
            }));
            await(numbered);
            Future<?> fast = threads.submit(() -> write("FAST", 1));
            assertThat(page(1, Duration.ofMillis(200)).changes())
                    .as("nothing is past the open one")
                    .isEmpty();
            commit.countDown();
            slow.get(60, TimeUnit.SECONDS);
            fast.get(60, TimeUnit.SECONDS);
        }
        assertThat(page(1, Duration.ofSeconds(20)).page().changes())
                .containsExactly(
                        new Feed.StationHead(new StationId("SLOW"), 1, 1),
                        new Feed.StationHead(new StationId("FAST"), 1, 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPageNeverSplitsATransaction() throws Exception {
        write("A", 700);
        write("B", 700);
        write("C", 5);
        RawPage first = page(0, Duration.ZERO);
        assertThat(first.changes()).hasSize(1400);
        assertThat(first.more()).isTrue();
        RawPage second = page(first.cursor(), Duration.ZERO);
        assertThat(second.changes()).hasSize(5);
        assertThat(second.more()).isFalse();
    }

    @Test
    void aPageEndsAtTheCursorThatAStationAsksFor() {
        for (int i = 0; i < 5; i++) {
            write("A", 2);
        }
        RawPage some = warehouse.reader.upTo(warehouse.site, 1, "", null, 3);
        assertThat(some.changes()).hasSize(4);
        assertThat(some.cursor()).isEqualTo(3);
        assertThat(some.more()).isFalse();
        RawPage none = warehouse.reader.upTo(warehouse.site, 3, some.mark(), null, 3);
        assertThat(none).isEqualTo(new RawPage(some.serverEpoch(), 3, some.mark(), false, List.of()));
        assertThat(warehouse.reader.upTo(warehouse.site, 3, some.mark(), null, 2))
                .as("a cursor never goes back")
                .isEqualTo(none);
        assertThat(warehouse
                        .reader
                        .upTo(warehouse.site, 3, some.mark(), null, 99)
                        .cursor())
                .isEqualTo(5);
    }

    @Test
    void aCursorFromAnotherLifeIsGone() {
        write("A", 1);
        assertThatThrownBy(() -> page(2, Duration.ZERO)).isInstanceOf(CursorGoneException.class);
        assertThatThrownBy(() -> warehouse.reader.page(warehouse.site, 1, "", 12L, Duration.ZERO))
                .isInstanceOf(CursorGoneException.class);
    }

    /** A backup came back and nobody said so: other transactions take the numbers of those that were lost. */
    @Test
    void aCursorWhoseTransactionIsAnotherOneNowIsGone() throws Exception {
        write("A", 1);
        write("B", 1);
        RawPage before = page(0, Duration.ZERO);
        assertThat(warehouse.reader.page(warehouse.site, before.cursor(), before.mark(), null, Duration.ZERO))
                .isEqualTo(new RawPage(before.serverEpoch(), before.cursor(), before.mark(), false, List.of()));
        warehouse.execute(
                "DELETE FROM feed WHERE company = :company AND warehouse = :warehouse AND position = 2", Map.of());
        warehouse.execute(
                "UPDATE feed_head SET head = 1 WHERE company = :company AND warehouse = :warehouse", Map.of());
        write("C", 1);
        write("D", 1);
        assertThatThrownBy(() ->
                        warehouse.reader.page(warehouse.site, before.cursor(), before.mark(), null, Duration.ZERO))
                .isInstanceOf(CursorGoneException.class);
    }

    @Test
    void whatIsForgottenIsGoneAndTheRestStays() throws Exception {
        for (int i = 0; i < 10; i++) {
            write("A", 1);
        }
        Instant later = TestWarehouse.NOW.plus(Duration.ofDays(61));
        FeedRetention retention = new FeedRetention(DATABASE.database(), () -> later, Duration.ofDays(60));
        assertThat(retention.forget(warehouse.site, 4)).isEqualTo(4);
        assertThatThrownBy(() -> page(3, Duration.ZERO)).isInstanceOf(CursorGoneException.class);
        assertThat(page(4, Duration.ZERO).changes()).hasSize(6);
        assertThat(retention.forget(warehouse.site, 100)).as("the newest stays").isEqualTo(5);
        assertThat(page(9, Duration.ZERO).changes()).hasSize(1);
        assertThat(new FeedRetention(DATABASE.database(), () -> TestWarehouse.NOW, Duration.ofDays(60))
                        .forget(warehouse.site, 100))
                .as("young ones stay")
                .isZero();
    }

    @Test
    void anotherProcessWakesAWaitingStation() throws Exception {
        TestWarehouse elsewhere = warehouse;
        Heads ours = new Heads();
        FeedReader reader = new FeedReader(DATABASE.database(), ours);
        try (HeadPoll poll = new HeadPoll(DATABASE.database(), ours);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RawPage> waiting =
                    threads.submit(() -> reader.page(warehouse.site, 0, "", null, Duration.ofSeconds(25)));
            elsewhere.feed.inTransaction(warehouse.site, tx -> {
                tx.tell(new Feed.StationHead(new StationId("X"), 1, 1));
                return true;
            });
            assertThat(waiting.get(60, TimeUnit.SECONDS).changes()).hasSize(1);
            assertThat(poll).isNotNull();
        }
    }
}
