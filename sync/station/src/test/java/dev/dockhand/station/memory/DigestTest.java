package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.DigestSum;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.Shop;
import dev.dockhand.station.link.Exchange;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.link.Link;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The read model is compared with the server by itself, and a difference is mended and told. */
class DigestTest extends OpenStation {

    private final AtomicInteger compared = new AtomicInteger();
    private volatile UnaryOperator<Object> answers = digest -> digest;

    @Override
    void open() throws MemoryException {
        server.digests = this::answer;
        station = Station.open(folder, Rigs.comparing());
    }

    private Object answer(Object digest) {
        compared.incrementAndGet();
        return answers.apply(digest);
    }

    /** Waits for some more comparisons, the last of which ended. */
    private void awaitComparisons() {
        int before = compared.get();
        Rigs.await().until(() -> compared.get() > before + 1);
    }

    private long snapshots() {
        return server.asked.stream()
                .filter(line -> line.contains("/v1/snapshot"))
                .count();
    }

    private boolean isTold() {
        return Rigs.noticed(station, Health.Kind.ROWS_DIFFERED);
    }

    private void awaitTheSame() {
        Rigs.await().until(() -> station.digest(Shop.NOON).equals(server.truth.digest(Shop.STATION)));
    }

    /** A push is under way until somebody lets it arrive. */
    private CountDownLatch holdingActsBack() {
        CountDownLatch arrives = new CountDownLatch(1);
        server.poison = line -> !awaited(arrives);
        return arrives;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Somebody changes the H2 file while the station is closed. */
    private void byHand(String sql) throws Exception {
        station.close();
        try (Stream<Path> files = Files.list(folder.resolve("view"))) {
            String file = files.map(Path::toString)
                    .filter(name -> name.endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow();
            try (Connection h2 = DriverManager.getConnection("jdbc:h2:" + file.replace(".mv.db", ""), "sa", "");
                    Statement statement = h2.createStatement()) {
                assertThat(statement.executeUpdate(sql)).isEqualTo(1);
            }
        }
        open();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STOCK     | UPDATE stock SET balance = balance + 1 WHERE place = 'LOCATION:A-02'",
                "STOCK     | DELETE FROM stock WHERE place = 'LOCATION:A-02'",
                "BARCODE   | UPDATE barcode SET item = 'b/SKU-000001' WHERE code = 'B2'",
                "ITEM      | UPDATE item SET json = REPLACE(json, '상품 3', '상품 4') WHERE item = 'b/SKU-000003'",
                "LOCATION  | UPDATE location SET walk = walk + 1 WHERE place = 'LOCATION:A-02'",
                "OPERATOR  | UPDATE operator SET badge = 'BADGE-2'",
                "ASN       | UPDATE asn SET closed = TRUE",
                "TASK      | DELETE FROM shipment WHERE task = 'task-2'",
                "STATION   | UPDATE head SET seq = seq - 1",
            })
    void aRowThatWasChangedByHandIsFoundMendedAndTold(String kind, String sql) throws Exception {
        Rigs.receive(station, 1);
        // Before the act is there, both have the same rows too.
        Rigs.await().until(() -> server.acts(1).size() == 1);
        awaitTheSame();
        server.mood = HttpTruth.Mood.DOWN;
        byHand(sql);
        CountDownLatch told = holdingActsBack();
        Rigs.receive(station, 2);
        server.mood = HttpTruth.Mood.WELL;
        Rigs.await().until(this::isTold);
        told.countDown();
        awaitTheSame();
        assertThat(station.health().notices())
                .filteredOn(notice -> notice.kind() == Health.Kind.ROWS_DIFFERED)
                .extracting(Health.Notice::detail)
                .allMatch(detail -> detail.startsWith("[" + kind + "] at "));
        Rigs.await().until(() -> server.acts(1).size() == 2);
        assertThat(station.view().plates()).hasSize(2);
    }

    @Test
    void theSameRowsAreLeftAlone() throws Exception {
        long before = snapshots();
        for (int plate = 1; plate <= 20; plate++) {
            Rigs.receive(station, plate);
            server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(100 + plate))));
        }
        station.wantWork(Leases.Request.any(2, null));
        Rigs.await().until(() -> station.view().tasks().size() == 2);
        station.record(List.of(Shop.pick(station.view().tasks().getFirst(), 1, 3)));
        awaitComparisons();
        awaitTheSame();
        assertThat(isTold()).isFalse();
        assertThat(snapshots()).isEqualTo(before);
    }

    /** Acts that are not sent yet are this station's own, not rows of the server. */
    @Test
    void ownActsThatAreNotSentAreNoDifference() throws Exception {
        CountDownLatch enough = holdingActsBack();
        Rigs.receive(station, 1);
        assertThat(station.awaitApplied()).isTrue();
        awaitComparisons();
        assertThat(isTold()).isFalse();
        assertThat(station.sync().waiting()).isEqualTo(1);
        assertThat(station.view().plates()).hasSize(1);
        enough.countDown();
    }

    /** What happens between the server's sums and the station's is not taken in before both were compared. */
    @Test
    void aServerThatHasMovedOnIsComparedAtTheSameMoment() throws Exception {
        AtomicInteger items = new AtomicInteger(200);
        answers = ignored -> {
            // Something that the station has not heard of when it asks, and something more when it is answered.
            server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(items.incrementAndGet()))));
            Digest moment = server.truth.digest(Shop.STATION);
            server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(items.incrementAndGet()))));
            return moment;
        };
        awaitComparisons();
        assertThat(isTold()).isFalse();
        server.truth.tell(
                List.of(new Feed.StockChanged(new StockBalance(Place.of(Shop.rack(1)), Goods.of(Shop.itemId(1)), 55))));
        byHand("UPDATE stock SET balance = 77 WHERE place = 'LOCATION:A-02'");
        Rigs.await().until(this::isTold);
    }

    /** What this version cannot read of some rows hides nothing that is wrong with others. */
    @Test
    void onlyRowsThatBothSidesReadAlikeAreCompared() throws Exception {
        answers = digest -> {
            Map<Digest.Kind, Digest.Sum> rows = new EnumMap<>(((Digest) digest).rows());
            rows.put(Digest.Kind.ITEM, new Digest.Sum("later", 99, "0123456789abcdef"));
            Digest real = (Digest) digest;
            return new Digest(real.form(), real.serverEpoch(), real.cursor(), real.mark(), real.since(), rows);
        };
        awaitComparisons();
        assertThat(isTold()).isFalse();
        byHand("UPDATE stock SET balance = 77 WHERE place = 'LOCATION:A-02'");
        Rigs.await().until(this::isTold);
        assertThat(station.health().notices().getFirst().detail()).startsWith("[STOCK] at ");
    }

    @Test
    void aServerThatKnowsNothingOfItOrTalksNonsenseDoesNoHarm() throws Exception {
        long before = snapshots();
        Digest real = server.truth.digest(Shop.STATION);
        for (Object nonsense : List.of(
                Problem.of(404, "NOT_FOUND", "an old server"),
                Map.of("cursor", "many"),
                List.of(),
                new Digest(Digest.FORM, 1, real.cursor() + 1000, real.mark(), Shop.NOON, Map.of()),
                new Digest(Digest.FORM, 1, 0, "", Shop.NOON, Map.of()),
                new Digest(Digest.FORM, 1, real.cursor(), "another past", Shop.NOON, Map.of()),
                new Digest(Digest.FORM, 99, real.cursor(), real.mark(), Shop.NOON, Map.of()),
                new Digest(Digest.FORM + 1, 1, real.cursor(), real.mark(), Instant.MAX, Map.of()))) {
            answers = digest -> nonsense;
            awaitComparisons();
            assertThat(isTold()).as("%s", nonsense).isFalse();
            awaitInStep();
        }
        assertThat(snapshots()).isEqualTo(before);
        Rigs.receive(station, 1);
        Rigs.await().until(() -> server.acts(1).size() == 1);
    }

    /** A server whose sums are never right is asked for a snapshot less and less often. */
    @Test
    void whereASnapshotDoesNotHelpOneAnHourIsNotTaken() throws Exception {
        station.close();
        AtomicLong ticks = new AtomicLong();
        Station.Parts usual = Rigs.parts().through(DigestTest::impatient);
        station = Station.openAtRest(
                folder,
                new Station.Parts(
                        usual.settings(),
                        usual.clock(),
                        ticks::get,
                        usual.random(),
                        usual.disk(),
                        usual.ahead(),
                        usual.exchanges()));
        days(2, ticks);
        assertThat(compared.getAndSet(0)).as("about one an hour").isBetween(36, 72);
        answers = digest -> {
            Digest real = (Digest) digest;
            return new DigestSum(Shop.STATION, real.since()).digest(real.serverEpoch(), real.cursor(), real.mark());
        };
        long before = snapshots();
        days(4, ticks);
        assertThat(snapshots() - before).as("1, 2, 4, 8, 16, 24 hours apart").isBetween(5L, 10L);
        answers = digest -> digest;
        days(2, ticks);
        compared.set(0);
        days(2, ticks);
        assertThat(compared.get()).as("about one an hour again").isBetween(36, 72);
    }

    private void days(int days, AtomicLong ticks) throws InterruptedException {
        for (int minute = 0; minute < days * 24 * 60; minute += 5) {
            ticks.addAndGet(Duration.ofMinutes(5).toNanos());
            station.step(Link.Errand.PULL);
        }
    }

    /** Waits for no news. */
    private static Exchange impatient(URI server) {
        HttpExchange http = new HttpExchange(server);
        return request -> http.send(new Exchange.Request(
                request.method(),
                request.path().replaceAll("wait=[0-9]+", "wait=0"),
                request.headers(),
                request.body(),
                request.limit(),
                request.mostBytes(),
                request.into()));
    }
}
