package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.Health;
import dev.dockhand.station.Later;
import dev.dockhand.station.LaterTest;
import dev.dockhand.station.Shop;
import dev.dockhand.station.SyncStatus.State;
import dev.dockhand.station.Update;
import dev.dockhand.station.replica.ReplicaSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A station of yesterday at a server of tomorrow: whatever the server tells in words that the station does not know, nothing
 * stops, nothing is lost, and once the station knows the words it reads what it kept.
 */
class TomorrowTest {

    /** No push is refused here. */
    private static final Set<Class<?>> NOT_ASKED = Set.of(Push.Refusal.class, Push.Kept.class, Problem.class);

    private static final String WAVE = "Feed.Change wave";

    @TempDir
    Path folder;

    private HttpTruth server;
    private Station station;

    @AfterEach
    void close() {
        station.close();
        server.close();
    }

    private void open(long largestLog) throws Exception {
        Station.Parts usual = Rigs.comparing();
        StationSettings settings = new StationSettings(
                usual.settings().journal(),
                new ReplicaSettings(ReplicaSettings.USUAL.openLimit(), largestLog, ReplicaSettings.USUAL.largestFile()),
                usual.settings().link(),
                usual.settings().pictures());
        station = Station.open(folder, Station.Parts.real(settings, usual.clock(), usual.random()));
    }

    private void awaitInStep() {
        Rigs.await()
                .until(() -> station.sync().state() == State.IN_STEP
                        && station.facts(false).cursor() == server.truth.cursor());
    }

    /** Something happens, here or elsewhere. */
    private void happens(int number, Random chance) throws Exception {
        int rack = chance.nextInt(5);
        List<ShipmentTask> tasks = station.view().tasks();
        switch (chance.nextInt(10)) {
            case 0, 1 -> Rigs.receive(station, number);
            case 2 -> station.wantWork(Leases.Request.any(1 + chance.nextInt(3), null));
            case 3 -> {
                if (!tasks.isEmpty()) {
                    station.record(List.of(Shop.pick(tasks.getFirst(), 1, 1)));
                }
            }
            case 4 ->
                tells(new Feed.StockChanged(new StockBalance(
                        Place.of(Shop.rack(rack)),
                        new Goods(Shop.itemId(number % 20), new Lot("L" + rack), LocalDate.of(2027, 1, 1 + rack)),
                        chance.nextInt(20))));
            case 5 ->
                tells(new Feed.LocationChanged(
                        new Location(Shop.rack(rack), "A", known(Location.Kind.class, chance), number)));
            case 6 ->
                tells(new Feed.PlateChanged(
                        Shop.plate(1000 + rack), known(Act.Condition.class, chance), Shop.rack(rack)));
            case 7 ->
                tells(new Feed.ExceptionChanged(new ExceptionRecord(
                        new ExceptionId("x-" + rack),
                        known(ExceptionKind.class, chance),
                        "A-01",
                        Shop.STATION,
                        null,
                        "number " + number,
                        Shop.NOON,
                        chance.nextBoolean())));
            case 8 -> tells(new Feed.WarehouseChanged(Shop.warehouse(number)));
            default -> tells(new Feed.TaskChanged(shipment(100 + rack, number, chance)));
        }
    }

    private static Shipment shipment(int order, int token, Random chance) {
        ShipmentTask work = Shop.work(order);
        TaskStage stage = known(TaskStage.class, chance);
        boolean open = stage == TaskStage.RELEASED || stage == TaskStage.PICKED;
        return new Shipment(
                work.id(),
                work.shipment(),
                work.order(),
                stage,
                null,
                token,
                null,
                List.of(work.waybill()),
                open ? null : new Shipment.Closing(Shop.NOON, Shop.KIM));
    }

    private void tells(Feed.Change change) {
        server.truth.tell(List.of(change));
    }

    private static <E extends Enum<E>> E known(Class<E> type, Random chance) {
        List<E> values = EnumSet.allOf(type).stream()
                .filter(value -> !value.name().equals("UNKNOWN"))
                .toList();
        return values.get(chance.nextInt(values.size()));
    }

    private List<String> toldAsSkipped() {
        return station.health().notices().stream()
                .filter(notice -> notice.kind() == Health.Kind.SKIPPED)
                .flatMap(notice -> Arrays.stream(notice.detail().split(", ")))
                .toList();
    }

    private long snapshots() {
        return server.asked.stream()
                .filter(line -> line.contains("/v1/snapshot"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsNotKnownIsKeptAndReadWhenItIsKnown(int seed) throws Exception {
        Random chance = new Random(seed);
        long largestLog = seed % 2 == 0 ? 4_000 : ReplicaSettings.USUAL.largestLog();
        server = new HttpTruth();
        server.later = new Later(new Random(seed), 3);
        server.truth.tell(Shop.basics(20));
        for (int i = 0; i < 4; i++) {
            server.truth.addWork(Shop.work(i));
        }
        Rigs.enrol(folder, server);
        open(largestLog);
        awaitInStep();
        for (int number = 0; number < 200; number++) {
            happens(number, chance);
        }
        awaitInStep();
        Rigs.await().until(() -> toldAsSkipped().contains(WAVE));
        List<String> acts = server.acts(1);
        assertThat(acts).isNotEmpty().hasSize((int) station.facts(false).lastSeq());
        assertThat(server.later.enlarged)
                .as("everything that is asked has fields that nobody knows")
                .contains(Feed.Page.class, Leases.Grant.class)
                .containsAll(LaterTest.all()
                        .filter(type -> !NOT_ASKED.contains(type))
                        .toList());
        assertThat(server.later.disguised).contains(Feed.Change.class, TaskStage.class, Location.Kind.class);
        assertThat(toldAsSkipped())
                .as("each word once")
                .doesNotHaveDuplicates()
                .contains("Feed.StockChanged.later7", "Item.later7", WAVE)
                .containsAll(station.facts(false).skipped());
        assertThat(station.health().notices()).extracting(Health.Notice::kind).containsOnly(Health.Kind.SKIPPED);
        if (seed % 2 == 0) {
            Rigs.await().until(() -> snapshots() > 1);
            awaitInStep();
        } else {
            assertThat(snapshots()).isEqualTo(1);
        }
        int made = station.view().platesMade();

        station.close();
        open(largestLog);
        assertThat(toldAsSkipped()).as("once more after a start").isNotEmpty();
        awaitInStep();
        station.close();
        server.mood = HttpTruth.Mood.DOWN;
        server.later = Later.NONE;
        Update.of(folder.resolve("view"));
        open(largestLog);
        assertThat(station.digest(Shop.NOON))
                .as("all that was told, without asking again")
                .isEqualTo(server.truth.digest(Shop.STATION));
        assertThat(station.facts(false).skipped()).isSubsetOf(WAVE);
        assertThat(station.view().platesMade()).isEqualTo(made);

        server.mood = HttpTruth.Mood.WELL;
        Rigs.receive(station, 500);
        awaitInStep();
        assertThat(server.acts(1)).hasSize(acts.size() + 1).startsWith(acts.toArray(String[]::new));
        assertThat(station.digest(Shop.NOON)).isEqualTo(server.truth.digest(Shop.STATION));
    }

    /** Neither side must be updated in the same night as the other. */
    @Test
    void aServerOfTheVersionBeforeIsSpokenTo() throws Exception {
        server = new HttpTruth();
        server.versions = Set.of(Protocol.OLDEST);
        server.truth.tell(Shop.basics(5));
        Rigs.enrol(folder, server);
        open(ReplicaSettings.USUAL.largestLog());
        awaitInStep();
        server.versions = Set.of(Protocol.VERSION);
        Rigs.receive(station, 1);
        awaitInStep();
        assertThat(server.acts(1)).hasSize(1);
        server.versions = Set.of(Protocol.VERSION + 1);
        Rigs.receive(station, 2);
        Rigs.await().until(() -> station.sync().state() == State.OTHER_VERSION);
        server.versions = Set.of(Protocol.OLDEST);
        awaitInStep();
        assertThat(server.acts(1)).hasSize(2);
    }
}
