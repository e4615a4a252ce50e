package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.Shop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ReplicaTaskTest extends KnownShop {

    @Test
    void progressGoesOnAfterARestartAndAfterAFreshGrant() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 2));
        rig.act(Shop.pick(task, 1, 1));
        rig.act(Shop.pick(task, 2, 2));
        rig.act(Shop.of(task, new Act.PickFinished(new ToteCode("T-9"))));
        rig.act(Shop.pack(task, 1, 2));
        rig.act(Shop.of(task, new Act.ParcelWeighed(1, Grams.of(412), null, true, "", "scale", "", null)));
        Progress before = rig.view().progress(task.id());
        assertThat(before.picked(1)).isEqualTo(Quantity.of(3));
        assertThat(before.pickFinished()).isTrue();
        assertThat(before.tote()).isEqualTo(new ToteCode("T-9"));
        assertThat(before.packed(task.lines().getFirst().item())).isEqualTo(Quantity.of(2));
        assertThat(before.boxes().getFirst().weight()).isEqualTo(Grams.of(412));
        rig.restart();
        assertThat(rig.view().progress(task.id())).isEqualTo(before);
        rig.push(3);
        rig.lease(3);
        assertThat(rig.view().progress(task.id())).isEqualTo(before);
        rig.push(100);
        rig.lease(3);
        rig.pull();
        assertThat(rig.view().progress(task.id())).isEqualTo(before);
    }

    @Test
    void fileThatFellBackToWhatItWasBeforeTheLeasesIsMadeAnew() throws Exception {
        rig.crash();
        Path old = Files.copy(rig.viewFile(), folder.resolve("old"));
        rig.openAll();
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 2));
        Progress before = rig.view().progress(task.id());
        rig.crash();
        Files.move(old, rig.viewFile(), StandardCopyOption.REPLACE_EXISTING);
        rig.openAll();
        assertThat(rig.view().progress(task.id())).isEqualTo(before);
        assertThat(rig.notices).anyMatch(notice -> notice.startsWith("REBUILT"));
    }

    @Test
    void fileWithADamagedLeaseIsMadeAnewFromTheLeasesBesideIt() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 2));
        Progress before = rig.view().progress(task.id());
        rig.crash();
        Database file = Database.open(rig.viewFile(), Duration.ofSeconds(30));
        file.writer().command("UPDATE task SET json = '{'");
        file.commit();
        file.close();
        rig.openAll();
        assertThat(rig.view().tasks()).extracting(ShipmentTask::id).contains(task.id());
        assertThat(rig.view().progress(task.id())).isEqualTo(before);
        assertThat(rig.notices).anyMatch(notice -> notice.startsWith("REBUILT"));
    }

    @Test
    void pickThatTheGrantAlreadyHoldsIsTakenBackByUndo() throws Exception {
        ShipmentTask task = leased();
        FloorEvent pick = rig.act(Shop.pick(task, 1, 2));
        rig.push(100);
        rig.lease(3);
        rig.undo(pick);
        assertThat(rig.view().progress(task.id()).picked(1)).isEqualTo(Quantity.ZERO);
        rig.push(100);
        rig.lease(3);
        assertThat(rig.view().progress(task.id()).picked(1)).isEqualTo(Quantity.ZERO);
    }

    @Test
    void addressStaysForAnotherLabelUntilTenOthersWerePackedAndTold() throws Exception {
        ShipmentTask task = leased();
        assertThat(kept()).contains("Hong Gildong 0");
        rig.act(Shop.packedOut(task));
        assertThat(rig.view().tasks()).extracting(ShipmentTask::id).doesNotContain(task.id());
        assertThat(rig.view().task(task.id()).orElseThrow().recipient().name()).startsWith("Hong");
        rig.push(100);
        rig.pull();
        assertThat(rig.view().task(task.id()).orElseThrow().recipient().name()).startsWith("Hong");
        List<ShipmentTask> others = IntStream.range(10, 20).mapToObj(Shop::work).toList();
        rig.replica.granted(Leases.Grant.of(others, List.of()));
        List<Feed.Change> packed = others.stream()
                .<Feed.Change>map(other -> new Feed.TaskChanged(Shop.told(other, TaskStage.PACKED, null, 0)))
                .toList();
        tell(1000, packed);
        assertThat(rig.view().task(task.id()).orElseThrow().recipient().name()).isEmpty();
        assertThat(kept()).doesNotContain("Hong Gildong 0\"").contains("Hong Gildong 19");
    }

    private String kept() throws Exception {
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(folder.resolve("view").resolve("kept.json.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void brokenLeaseIsDroppedAndOldNewsOfItAreNot() throws Exception {
        ShipmentTask task = leased();
        tell(1000, List.of(new Feed.TaskChanged(Shop.told(task, task.stage(), new StationId("S01"), 0))));
        assertThat(rig.view().task(task.id())).isPresent();
        tell(1001, List.of(new Feed.TaskChanged(Shop.told(task, task.stage(), new StationId("S01"), 2))));
        assertThat(rig.view().task(task.id())).isEmpty();
        assertThat(kept()).doesNotContain("Hong Gildong 0");
    }

    @Test
    void whatWasDoneUnderABrokenLeaseDoesNotCountUnderTheNextOne() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.pick(task, 1, 2));
        rig.act(Shop.of(task, new Act.PickFinished(new ToteCode("T-9"))));
        rig.server.takeBack(task.id());
        rig.lease(3);
        assertThat(rig.view().task(task.id()).orElseThrow().lease().token())
                .isGreaterThan(task.lease().token());
        assertThat(rig.view().progress(task.id()).picked(1)).isEqualTo(Quantity.ZERO);
        assertThat(rig.view().progress(task.id()).pickFinished()).isFalse();
    }

    @Test
    void cancelShowsUntilSomebodyAnsweredIt() throws Exception {
        rig.lease(3);
        rig.pull();
        List<ShipmentTask> tasks = rig.view().tasks();
        rig.act(Shop.pick(tasks.getFirst(), 1, 1));
        rig.server.cancel(tasks.get(0).id());
        rig.server.cancel(tasks.get(1).id());
        rig.pull();
        rig.lease(0);
        assertThat(rig.view().progress(tasks.get(0).id()).cancelled()).isTrue();
        assertThat(rig.view().progress(tasks.get(1).id()).cancelled()).isTrue();
        assertThat(rig.view().tasks())
                .extracting(ShipmentTask::id)
                .containsExactly(tasks.get(0).id(), tasks.get(2).id());
        rig.act(Shop.of(tasks.getFirst(), new Act.CancelSeen(tasks.getFirst().shipment())));
        assertThat(rig.view().tasks())
                .extracting(ShipmentTask::id)
                .containsExactly(tasks.get(2).id());
        assertThat(rig.view().progress(tasks.getFirst().id()).cancelSeen()).isTrue();
    }

    @Test
    void cancelThatOnlyASnapshotTellsShowsToo() throws Exception {
        rig.act(Shop.pick(leased(), 1, 1));
        ShipmentTask task = rig.view().tasks().getFirst();
        rig.server.cancel(task.id());
        rig.snapshot();
        rig.lease(0);
        assertThat(rig.view().progress(task.id()).cancelled()).isTrue();
        assertThat(rig.view().tasks().getFirst().id()).isEqualTo(task.id());
        assertThat(kept()).doesNotContain("Hong Gildong 0");
    }

    @Test
    void whatHappensToLeasesWhileASnapshotIsTakenInIsKept() throws Exception {
        ShipmentTask task = leased();
        Path snapshot = rig.writeSnapshot();
        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> {
            try {
                rig.replica.load(snapshot);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        rig.act(Shop.pick(rig.replica.view().tasks().getLast(), 1, 1));
        rig.replica.returning(task.id()).get();
        loading.get();
        assertThat(rig.replica.waitingToReturn()).containsExactly(task.id());
        assertThat(rig.view().tasks()).hasSize(2);
        assertThat(rig.view().progress(rig.view().tasks().getLast().id()).picked(1))
                .isEqualTo(Quantity.ONE);
    }

    @Test
    void workGivenBackLeavesTheListAndWaitsForTheServerOverARestart() throws Exception {
        ShipmentTask task = leased();
        rig.replica.returning(task.id()).get();
        assertThat(rig.view().tasks()).hasSize(2);
        rig.restart();
        assertThat(rig.replica.waitingToReturn()).containsExactly(task.id());
        rig.replica.returned(task.id());
        assertThat(rig.replica.waitingToReturn()).isEmpty();
        assertThat(rig.view().task(task.id())).isEmpty();
    }

    @Test
    void finishedWorkIsNotKeptForEver() throws Exception {
        List<ShipmentTask> many = IntStream.range(10, 160).mapToObj(Shop::work).toList();
        rig.replica.granted(Leases.Grant.of(many, List.of()));
        List<Feed.Change> packed = many.stream()
                .<Feed.Change>map(task -> new Feed.TaskChanged(Shop.told(task, TaskStage.PACKED, null, 0)))
                .toList();
        tell(1000, packed);
        assertThat(rig.view().tasks()).isEmpty();
        rig.replica.granted(Leases.Grant.of(List.of(), List.of()));
        assertThat(rig.view().task(many.getFirst().id())).isEmpty();
        assertThat(rig.view().task(many.getLast().id())).isPresent();
        assertThat(kept().split("Hong", -1))
                .as("the last ten can be labelled again")
                .hasSize(11);
    }

    @Test
    void grantOfAnEmptyListDropsWhatIsNotPacked() throws Exception {
        ShipmentTask task = leased();
        rig.act(Shop.packedOut(task));
        rig.view();
        rig.replica.granted(Leases.Grant.of(List.of(), List.of()));
        assertThat(rig.view().tasks()).isEmpty();
        assertThat(rig.view().task(task.id())).isPresent();
    }

    /** News so far behind what the server told. */
    private void tell(long ahead, List<Feed.Change> news) throws Exception {
        rig.replica.apply(Feed.Page.of(1, rig.server.cursor() + ahead, "", false, news), change -> {});
    }
}
