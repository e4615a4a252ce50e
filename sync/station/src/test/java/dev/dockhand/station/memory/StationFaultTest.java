package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.Health;
import dev.dockhand.station.Shop;
import dev.dockhand.station.SyncStatus.State;
import dev.dockhand.station.link.HttpExchange;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StationFaultTest extends OpenStation {

    @Test
    void queueDrainsByItselfAfterEveryKindOfOutage() throws Exception {
        int plate = 1;
        for (HttpTruth.Mood mood : Stream.of(HttpTruth.Mood.values())
                .filter(mood -> mood != HttpTruth.Mood.WELL)
                .toList()) {
            server.mood = mood;
            for (int i = 0; i < 3; i++) {
                Rigs.receive(station, plate++);
            }
            int asked = server.asked.size();
            Rigs.await().until(() -> server.asked.size() > asked + 5);
            assertThat(station.sync().state()).as("%s", mood).isNotEqualTo(State.IN_STEP);
            server.mood = HttpTruth.Mood.WELL;
            awaitInStep();
        }
        assertThat(server.acts(1)).hasSize(plate - 1).doesNotHaveDuplicates();
        assertThat(station.view().platesMade()).isEqualTo(plate - 1);
    }

    @Test
    void lostReplyIsAnsweredBySendingTheSameBytesAgain() throws Exception {
        server.mood = HttpTruth.Mood.MUTE;
        Rigs.receive(station, 1);
        Rigs.await().until(() -> server.pushed.size() >= 3);
        station.close();
        server.mood = HttpTruth.Mood.WELL;
        open();
        awaitInStep();
        assertThat(server.acts(1)).hasSize(1);
        assertThat(server.pushed).allSatisfy(body -> assertThat(body).isEqualTo(server.pushed.getFirst()));
        assertThat(station.view().plates()).hasSize(1);
    }

    @Test
    void statesTellTheTruth() throws Exception {
        server.mood = HttpTruth.Mood.REFUSING;
        Rigs.receive(station, 1);
        awaitState(State.REFUSED);
        server.mood = HttpTruth.Mood.OTHER_VERSION;
        awaitState(State.OTHER_VERSION);
        server.mood = HttpTruth.Mood.WELL;
        awaitInStep();
        server.mood = HttpTruth.Mood.CAPTIVE;
        Rigs.receive(station, 2);
        awaitState(State.OFFLINE);
    }

    @Test
    void serverThatAsksForRestGetsIt() throws Exception {
        server.retryAfter = "300";
        server.mood = HttpTruth.Mood.BUSY;
        Rigs.receive(station, 1);
        Rigs.await().until(() -> server.asked.stream().anyMatch(line -> line.contains("/v1/events")));
        for (int i = 2; i < 30; i++) {
            Rigs.receive(station, i);
        }
        assertThat(station.awaitApplied()).isTrue();
        assertThat(server.asked.stream()
                        .filter(line -> line.contains("/v1/events"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void poisonAtTheHeadBlocksNothingAndIsNotLost() throws Exception {
        server.mood = HttpTruth.Mood.DOWN;
        FloorEvent bad = Rigs.receive(station, 500);
        for (int i = 0; i < 60; i++) {
            Rigs.receive(station, i);
        }
        server.poison = line -> line.contains(bad.id().value());
        server.mood = HttpTruth.Mood.WELL;
        awaitInStep();
        assertThat(server.truth.stored(1)).hasSize(61);
        assertThat(server.truth.unread()).hasSize(1);
        assertThat(Rigs.noticed(station, Health.Kind.SENT_UNREAD)).isTrue();
    }

    @Test
    void serverRestoredFromABackupGetsWhatItLost() throws Exception {
        for (int i = 0; i < 30; i++) {
            Rigs.receive(station, i);
        }
        awaitInStep();
        List<String> before = server.acts(1);
        server.truth.restore(1, 10);
        assertThat(server.acts(1)).hasSize(10);
        Rigs.await().until(() -> server.acts(1).size() == 30);
        awaitInStep();
        assertThat(server.acts(1)).isEqualTo(before);
        assertThat(Rigs.noticed(station, Health.Kind.SERVER_RESTORED)).isTrue();
        Rigs.await().until(() -> station.facts(true).serverEpoch() == 2);
        assertThat(station.view().plates()).hasSize(30);
        assertThat(station.facts(true).chain()).isNull();
    }

    /** Nobody told that it was restored, and its feed has grown past where the station stands: what came between is not missed. */
    @Test
    void aServerThatCameBackFromABackupWithoutAWordIsFoundOut() throws Exception {
        for (int i = 0; i < 5; i++) {
            Rigs.receive(station, i);
        }
        awaitInStep();
        server.mood = HttpTruth.Mood.DOWN;
        long cursor = station.facts(false).cursor();
        server.truth.restoreInSilence(1, 2);
        server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(30))));
        while (server.truth.cursor() <= cursor + 1) {
            server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(31))));
        }
        Rigs.receive(station, 6);
        server.mood = HttpTruth.Mood.WELL;
        Rigs.await().until(() -> server.acts(1).size() == 6);
        awaitInStep();
        assertThat(Rigs.noticed(station, Health.Kind.SERVER_RESTORED)).isTrue();
        Rigs.await().until(() -> station.view().items(null, 100).size() == 22);
        assertThat(station.view().plates()).hasSize(6);
    }

    /** Not even an act of its own is needed for that. */
    @Test
    void aStationThatDoesNothingFindsItOutByTheMarkOfItsCursor() throws Exception {
        server.mood = HttpTruth.Mood.DOWN;
        long cursor = station.facts(false).cursor();
        server.truth.restoreInSilence(1, 0);
        server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(30))));
        while (server.truth.cursor() <= cursor + 1) {
            server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(31))));
        }
        server.mood = HttpTruth.Mood.WELL;
        Rigs.await().until(() -> station.view().items(null, 100).size() == 22);
        awaitInStep();
    }

    @Test
    void cursorThatIsTooOldLeadsToASnapshotAndTheOutboxStays() throws Exception {
        server.mood = HttpTruth.Mood.DOWN;
        Rigs.receive(station, 1);
        station.close();
        for (int i = 20; i < 40; i++) {
            server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(i))));
        }
        server.truth.forgetFeed();
        server.mood = HttpTruth.Mood.WELL;
        open();
        Rigs.await().until(() -> station.view().items(null, 100).size() == 40);
        awaitInStep();
        assertThat(server.acts(1)).hasSize(1);
        assertThat(station.view().plates()).hasSize(1);
    }

    @Test
    void flappingLinkLosesAndDoublesNothing() throws Exception {
        for (int i = 0; i < 40; i++) {
            server.mood = HttpTruth.Mood.values()[i % 6];
            Rigs.receive(station, i);
            int asked = server.asked.size();
            Rigs.await().until(() -> server.asked.size() > asked);
        }
        server.mood = HttpTruth.Mood.WELL;
        awaitInStep();
        assertThat(server.acts(1)).hasSize(40).doesNotHaveDuplicates();
        assertThat(station.view().plates()).hasSize(40);
    }

    @Test
    void secondMachineWithTheSameNumbersIsAConflictAndANewEpochGoesOn() throws Exception {
        Rigs.receive(station, 1);
        awaitInStep();
        server.mood = HttpTruth.Mood.DOWN;
        Rigs.receive(station, 2);
        station.close();
        server.truth.push(Shop.STATION, 1, List.of(EventCodec.encode(clonesSecond())), false);
        server.mood = HttpTruth.Mood.WELL;
        open();
        awaitState(State.CONFLICT);
        Rigs.receive(station, 3);
        Rigs.await().until(() -> server.reviewed.size() == 2 && station.sync().waiting() == 0);
        assertThat(Rigs.noticed(station, Health.Kind.HANDED_OVER)).isTrue();
        assertThat(station.awaitApplied()).isTrue();
        assertThat(station.view().platesMade()).isEqualTo(3);
        station.close();
        Rigs.enrol(folder, server);
        open();
        Rigs.receive(station, 4);
        Rigs.await().until(() -> server.truth.stored(2).size() == 1);
        assertThat(server.truth.stored(1)).hasSize(2);
        assertThat(station.view().platesMade()).isEqualTo(1);
        awaitInStep();
        assertThat(server.reviewed)
                .as("what the server does not take is kept for review")
                .hasSize(2);
        assertThat(station.sync().waiting()).isZero();
    }

    /** The server has as many acts as before, so no number tells that these are another machine's. */
    @Test
    void whatACopyOfThisMachineSentInItsPlaceAfterABackupIsFoundOutWithoutANewAct() throws Exception {
        Rigs.receive(station, 1);
        Rigs.receive(station, 2);
        awaitInStep();
        server.mood = HttpTruth.Mood.DOWN;
        server.truth.restore(1, 1);
        server.truth.push(Shop.STATION, 1, List.of(EventCodec.encode(clonesSecond())), false);
        server.mood = HttpTruth.Mood.WELL;
        awaitState(State.CONFLICT);
        Rigs.await().until(() -> server.reviewed.size() == 1 && station.sync().waiting() == 0);
        assertThat(station.view().platesMade()).isEqualTo(2);
    }

    /** An answer that cannot be true changes nothing here, and the same is asked again. */
    @Test
    void anAnswerThatContradictsIsAskedAgainAndTold() throws Exception {
        told(
                take -> acknowledged(take, 999),
                take -> acknowledged(take, 0),
                take -> new Push.Result(1, 7, 1, ((Push.Result) take.get()).lastHash(), List.of()),
                take -> new Push.Refusal(Push.Code.GAP, 999, ((Push.Result) take.get()).lastHash()),
                take -> new Push.Refusal(Push.Code.GAP, -5, ((Push.Result) take.get()).lastHash()));
    }

    /** Who answers in the server's place may hit the right number, but did not read what was sent. */
    @Test
    void whoDidNotReadWhatWasSentIsNotBelieved() throws Exception {
        told(
                take -> new Push.Result(1, 1, 1, EventCodec.NO_PREVIOUS, List.of()),
                take -> new Push.Refusal(Push.Code.EPOCH_CONFLICT, 2, EventCodec.NO_PREVIOUS),
                take -> new Push.Refusal(Push.Code.GAP, 1, EventCodec.NO_PREVIOUS));
        assertThat(server.reviewed).isEmpty();
        assertThat(Rigs.noticed(station, Health.Kind.SERVER_RESTORED)).isFalse();
    }

    /** Nothing is left out, whoever says that it has more than it was sent. */
    @Test
    void whatWasNotSentIsNotWaitedFor() throws Exception {
        server.mood = HttpTruth.Mood.DOWN;
        Rigs.receive(station, 1);
        Rigs.receive(station, 2);
        AtomicInteger asked = new AtomicInteger();
        server.answers = take -> {
            Push.Result taken = (Push.Result) take.get();
            return asked.getAndIncrement() == 0 ? new Push.Refusal(Push.Code.GAP, 3, taken.lastHash()) : taken;
        };
        server.mood = HttpTruth.Mood.WELL;
        awaitInStep();
        assertThat(asked.get()).isGreaterThanOrEqualTo(2);
    }

    @SafeVarargs
    private void told(Function<Supplier<Object>, Object>... lies) throws Exception {
        int acts = 0;
        for (Function<Supplier<Object>, Object> lie : lies) {
            AtomicInteger told = new AtomicInteger();
            server.answers = take -> told.incrementAndGet() <= 2 ? lie.apply(take) : take.get();
            Rigs.receive(station, ++acts);
            Rigs.await().until(() -> told.get() >= 3);
            awaitInStep();
            assertThat(server.acts(1)).hasSize(acts).doesNotHaveDuplicates();
            assertThat(station.sync().waiting()).isZero();
            assertThat(Rigs.noticed(station, Health.Kind.ANSWER_REFUSED)).isTrue();
        }
    }

    private static Push.Result acknowledged(Supplier<Object> take, long acked) {
        Push.Result result = (Push.Result) take.get();
        return new Push.Result(result.serverEpoch(), result.epoch(), acked, result.lastHash(), result.outcomes());
    }

    @Test
    void whatIsContradictedForGoodIsHandedOverForReview() throws Exception {
        Rigs.receive(station, 1);
        awaitInStep();
        server.answers = take -> acknowledged(take, 999);
        AtomicInteger lies = new AtomicInteger();
        server.reviews = take -> lies.getAndIncrement() == 0 ? "<html>Guest WiFi" : take.get();
        Rigs.receive(station, 2);
        awaitState(State.CONFLICT);
        Rigs.await().until(() -> station.sync().waiting() == 0);
        assertThat(server.reviewed).as("what the server has needs no review").isEmpty();
        assertThat(lies.get()).isGreaterThanOrEqualTo(2);
        assertThat(Rigs.noticed(station, Health.Kind.ANSWER_REFUSED)).isTrue();
        assertThat(Rigs.noticed(station, Health.Kind.HANDED_OVER)).isTrue();
    }

    /** Whoever refused may have been wrong: what is under review is sent once more when the station starts. */
    @Test
    void whatWasHandedOverIsSentAgainAfterAStart() throws Exception {
        server.answers = take -> new Push.Refusal(
                Push.Code.EPOCH_CONFLICT,
                1,
                EventCodec.hash(Asked.lines(server.pushed.getLast()).getLast()));
        for (int plate = 1; plate <= 600; plate++) {
            Rigs.receive(station, plate);
        }
        Rigs.await().until(() -> server.reviewed.size() == 600 && station.sync().waiting() == 0);
        station.close();
        server.answers = Supplier::get;
        open();
        awaitInStep();
        assertThat(server.acts(1)).hasSize(600).doesNotHaveDuplicates();
    }

    /** A server that has more of ours than we know of is asked about every event that it may not have. */
    @Test
    void whatIsAcknowledgedBeyondWhatWasSentIsSentAllTheSame() throws Exception {
        server.mood = HttpTruth.Mood.DOWN;
        for (int plate = 1; plate <= 600; plate++) {
            Rigs.receive(station, plate);
        }
        AtomicInteger answered = new AtomicInteger();
        server.answers = take -> answered.getAndIncrement() == 0 ? acknowledged(take, 600) : take.get();
        server.mood = HttpTruth.Mood.WELL;
        awaitInStep();
        assertThat(server.acts(1)).hasSize(600).doesNotHaveDuplicates();
    }

    /** What another machine with a copy of this folder might have written as its second event. */
    private FloorEvent clonesSecond() throws Exception {
        FloorEvent first = EventCodec.decode(server.truth.stored(1).getFirst());
        return new FloorEvent(
                first.schema(),
                first.company(),
                first.warehouse(),
                first.station(),
                1,
                2,
                new EventId("clone"),
                first.at(),
                null,
                null,
                null,
                new Act.SignedOut(),
                List.of(),
                EventCodec.hash(server.truth.stored(1).getFirst()));
    }

    @Test
    void aRestoredServerThatForgotTwoEnrolmentsGetsWhatWasDoneUnderThem() throws Exception {
        for (int plate = 1; plate <= 3; plate++) {
            server.mood = HttpTruth.Mood.DOWN;
            Rigs.receive(station, plate);
            station.close();
            server.mood = HttpTruth.Mood.WELL;
            server.enrolments.set(1);
            Rigs.enrol(folder, server);
            open();
        }
        awaitInStep();
        assertThat(server.truth.stored(1)).hasSize(1);
        assertThat(server.truth.stored(2)).hasSize(1);
        assertThat(server.truth.stored(3)).hasSize(1);
        assertThat(station.view().plates()).hasSize(3);
    }

    @Test
    void oldEpochIsStillSentAfterEnrollingAnew() throws Exception {
        server.mood = HttpTruth.Mood.DOWN;
        Rigs.receive(station, 1);
        Rigs.receive(station, 2);
        station.close();
        server.mood = HttpTruth.Mood.WELL;
        Rigs.enrol(folder, server);
        open();
        station.record(List.of(Draft.free(null, new Act.SignInRefused("BADGE-1"), List.of())));
        awaitInStep();
        assertThat(server.truth.stored(1)).hasSize(2);
        assertThat(server.truth.stored(2)).hasSize(1);
        assertThat(station.view().plates()).hasSize(2);
        assertThat(Rigs.noticed(station, Health.Kind.REBUILT))
                .as("enrolling anew damages nothing")
                .isFalse();
    }

    @Test
    void workBegunInAnOldEpochGoesOnFromThereOnceThatIsSent() throws Exception {
        station.wantWork(Leases.Request.any(1, null));
        Rigs.await().until(() -> station.view().tasks().size() == 1);
        server.mood = HttpTruth.Mood.DOWN;
        ShipmentTask task = station.view().tasks().getFirst();
        station.record(List.of(Shop.pick(task, 1, 2)));
        station.close();
        server.mood = HttpTruth.Mood.WELL;
        CountDownLatch slow = new CountDownLatch(1);
        server.poison = line -> slow.getCount() > 0 && !awaited(slow);
        Rigs.enrol(folder, server);
        open();
        Rigs.await().until(() -> station.view().tasks().size() == 1);
        slow.countDown();
        Rigs.await().until(() -> server.truth.stored(1).size() == 1);
        Rigs.await()
                .untilAsserted(
                        () -> assertThat(station.view().progress(task.id()).picked())
                                .as("else they are picked once more")
                                .containsEntry(1, Quantity.of(2)));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void deadLoopIsStartedAgainAndTold() throws Exception {
        station.close();
        boolean[] thrown = {false};
        station = Station.open(folder, Rigs.parts().through(uri -> {
            HttpExchange http = new HttpExchange(uri);
            return request -> {
                if (request.path().startsWith("/v1/events") && !thrown[0]) {
                    thrown[0] = true;
                    throw new StackOverflowError("of the test");
                }
                return http.send(request);
            };
        }));
        Rigs.receive(station, 1);
        Rigs.await().until(() -> server.acts(1).size() == 1);
        assertThat(Rigs.noticed(station, Health.Kind.LOOP_RESTARTED)).isTrue();
    }
}
