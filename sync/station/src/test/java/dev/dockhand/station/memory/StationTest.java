package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.Shop;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.SyncStatus.State;
import dev.dockhand.station.link.EnrolmentException;
import dev.dockhand.station.link.HttpExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StationTest extends OpenStation {

    @Test
    void keyIsReadableForItsOwnerOnlyAndNeverPrinted() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("identity.json"))))
                .isEqualTo("rw-------");
        assertThat(station.identity().toString()).doesNotContain("secret");
        assertThat(station.identity().number()).isEqualTo(7);
        assertThat(station.identity().warehouse().zone()).isEqualTo(Rigs.ZONE);
    }

    /** The journal, the read model, what comes from the server: whoever else uses the machine reads none of it. */
    @Test
    void nobodyElseReadsAnyFileOfTheFolder() throws Exception {
        Rigs.receive(station, 1);
        awaitInStep();
        List<Path> open = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean shut = false;
                for (Path at = file; !at.equals(folder); at = Objects.requireNonNull(at.getParent())) {
                    shut |= PosixFilePermissions.toString(Files.getPosixFilePermissions(at))
                            .endsWith("------");
                }
                if (!shut) {
                    open.add(file);
                }
            }
        }
        assertThat(open).extracting(file -> folder.relativize(file).toString()).containsOnly("lock");
    }

    @Test
    void folderWithoutIdentityIsNotEnrolledAndAnOpenOneIsInUse() {
        assertThatThrownBy(() -> Station.open(folder.resolve("other"), Rigs.parts()))
                .isInstanceOfSatisfying(
                        MemoryException.class,
                        e -> assertThat(e.reason()).isEqualTo(MemoryException.Reason.NOT_ENROLLED));
        assertThatThrownBy(this::openAgain)
                .isInstanceOfSatisfying(
                        MemoryException.class, e -> assertThat(e.reason()).isEqualTo(MemoryException.Reason.IN_USE));
    }

    private void openAgain() throws MemoryException {
        Station.open(folder, Rigs.parts()).close();
    }

    @Test
    void wrongCodeChangesNothing() {
        assertThatThrownBy(() ->
                        Station.enrol(folder.resolve("new"), server.uri(), "BAD", Shop.STATION, HttpExchange::new))
                .isInstanceOfSatisfying(
                        EnrolmentException.class,
                        e -> assertThat(e.reason()).isEqualTo(EnrolmentException.Reason.CODE_REFUSED));
        assertThat(folder.resolve("new").resolve("identity.json")).doesNotExist();
    }

    @Test
    void anothersFolderIsNotTaken() {
        station.close();
        assertThatThrownBy(
                        () -> Station.enrol(folder, server.uri(), "GOOD-CODE", new StationId("S05"), HttpExchange::new))
                .isInstanceOfSatisfying(
                        EnrolmentException.class,
                        e -> assertThat(e.reason()).isEqualTo(EnrolmentException.Reason.OTHER_STATION));
    }

    @Test
    void actsReachTheServerAndItsFeedComesBack() throws Exception {
        List<Feed.Change> heard = new CopyOnWriteArrayList<>();
        List<SyncStatus> told = new CopyOnWriteArrayList<>();
        station.onChange(heard::add);
        station.onSync(told::add);
        Rigs.receive(station, 1);
        assertThat(station.awaitApplied()).isTrue();
        assertThat(station.view().plates()).hasSize(1);
        Rigs.await().until(() -> heard.stream().anyMatch(Feed.StationHead.class::isInstance));
        awaitInStep();
        assertThat(server.acts(1)).hasSize(1);
        assertThat(station.view().plates()).hasSize(1);
        assertThat(station.sync().waiting()).isZero();
        assertThat(told).extracting(SyncStatus::waiting).contains(1L, 0L);
    }

    @Test
    void anActAloneIsSentAtOnceAndWhatIsDoneMeanwhileSharesTheNextPush() throws Exception {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        server.answers = push -> {
            held.join();
            return push.get();
        };
        Rigs.receive(station, 1);
        Rigs.await().until(() -> server.pushed.size() == 1);
        for (int plate = 2; plate <= 60; plate++) {
            Rigs.receive(station, plate);
        }
        held.complete(true);
        awaitInStep();
        assertThat(server.acts(1)).hasSize(60);
        assertThat(server.pushed).hasSize(2);
    }

    @Test
    void workShowsWhenItIsTold() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        station.onWork(() -> seen.add(station.view().tasks().size()));
        station.wantWork(Leases.Request.any(2, null));
        Rigs.await().until(() -> seen.contains(2));
    }

    @Test
    void leasedWorkIsDoneOfflineAndOthersWorkIsGivenBack() throws Exception {
        station.wantWork(Leases.Request.any(2, null));
        Rigs.await().until(() -> station.view().tasks().size() == 2);
        List<ShipmentTask> tasks = station.view().tasks();
        server.mood = HttpTruth.Mood.DOWN;
        station.record(List.of(Shop.pick(tasks.getFirst(), 1, 3)));
        station.record(List.of(Shop.packedOut(tasks.getFirst())));
        station.giveBack(tasks.getLast().id());
        Rigs.await().until(() -> station.view().tasks().isEmpty());
        awaitState(State.OFFLINE);
        assertThat(station.sync().waiting()).isEqualTo(2);
        assertThat(station.sync().oldest()).isNotNull();
        station.close();
        server.mood = HttpTruth.Mood.WELL;
        open();
        Rigs.await().until(() -> server.asked.stream().anyMatch(line -> line.endsWith("/return")));
        awaitInStep();
        assertThat(server.acts(1)).hasSize(2);
    }
}
