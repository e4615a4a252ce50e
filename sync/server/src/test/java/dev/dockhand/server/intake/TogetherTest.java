package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Tx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several requests tell one warehouse things while it is busy. */
class TogetherTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST = 4;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(request -> {
        Thread thread = new Thread(request, "request");
        threads.add(thread);
        return thread;
    });
    private final Things things = new Things();
    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private final Together<String> together = new Together<>(things, warehouse.feed);

    @AfterEach
    void close() {
        requests.close();
    }

    /** Notes what is loaded in each transaction; the first one goes on when it is told to. */
    private static final class Things implements Loader<String> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final List<List<String>> transactions = new CopyOnWriteArrayList<>();

        @Override
        public String read(List<Fields> rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String key(String thing) {
            return thing;
        }

        @Override
        public int atOnce() {
            return MOST;
        }

        @Override
        public List<Admission> put(Tx tx, List<String> things) {
            transactions.add(List.copyOf(things));
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            for (String thing : things) {
                if (thing.startsWith("bad")) {
                    throw new IllegalArgumentException(thing);
                }
                if (thing.startsWith("worst")) {
                    throw new StackOverflowError(thing);
                }
            }
            return things.stream().map(thing -> Admission.LOADED).toList();
        }
    }

    private CompletableFuture<Integer> tell(String... values) {
        List<Entry<String>> entries = List.of(values).stream()
                .map(value -> new Entry<>(List.of(), value))
                .toList();
        return CompletableFuture.supplyAsync(
                () -> together.load(warehouse.site, entries).result().loaded(), requests);
    }

    /** Tells the first one, and then the others one after the other while it is being taken in. */
    private List<CompletableFuture<Integer>> whileBusy(String[]... told) throws InterruptedException {
        List<CompletableFuture<Integer>> all = new CopyOnWriteArrayList<>();
        all.add(tell("first"));
        things.begun.await();
        for (String[] one : told) {
            all.add(tell(one));
            Thread last = threads.getLast();
            await().atMost(PATIENCE).until(() -> last.getState() == Thread.State.WAITING);
        }
        things.goOn.countDown();
        return all;
    }

    @Test
    void thoseThatWaitGoIntoOneTransactionAndEachIsToldItsOwn() throws Exception {
        List<CompletableFuture<Integer>> told =
                whileBusy(new String[] {"a"}, new String[] {"b", "c"}, new String[] {"d"});
        assertThat(told.stream().map(CompletableFuture::join)).containsExactly(1, 1, 2, 1);
        assertThat(things.transactions).containsExactly(List.of("first"), List.of("a", "b", "c", "d"));
    }

    @Test
    void noTransactionHoldsMoreThanItMayNorTheSameThingTwice() throws Exception {
        List<CompletableFuture<Integer>> told = whileBusy(
                new String[] {"a", "b", "c"}, new String[] {"d", "e"}, new String[] {"e"}, new String[] {"f"});
        assertThat(told.stream().map(CompletableFuture::join)).containsExactly(1, 3, 2, 1, 1);
        assertThat(things.transactions)
                .containsExactly(List.of("first"), List.of("a", "b", "c"), List.of("d", "e"), List.of("e", "f"));
    }

    @Test
    void whatCannotBeTakenInHarmsNobodyElse() throws Exception {
        List<CompletableFuture<Integer>> told = whileBusy(new String[] {"a"}, new String[] {"bad"}, new String[] {"c"});
        assertThat(told.get(1).join()).isOne();
        assertThatThrownBy(told.get(2)::join).hasRootCauseMessage("bad");
        assertThat(told.get(3).join()).isOne();
    }

    @Test
    void anErrorLeavesNobodyWaiting() throws Exception {
        List<CompletableFuture<Integer>> told = whileBusy(new String[] {"a"}, new String[] {"worst"});
        for (CompletableFuture<Integer> one : told.subList(1, 3)) {
            await().atMost(PATIENCE).until(one::isDone);
            assertThat(one).isCompletedExceptionally();
        }
        assertThat(tell("later").join()).isOne();
    }

    @Test
    void manyThatTellAtOnceAreAllTakenIn() {
        things.goOn.countDown();
        List<CompletableFuture<Integer>> told =
                IntStream.range(0, 100).mapToObj(n -> tell("T-" + n)).toList();
        assertThat(told.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(100);
        assertThat(things.transactions.stream().flatMap(List::stream))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }
}
