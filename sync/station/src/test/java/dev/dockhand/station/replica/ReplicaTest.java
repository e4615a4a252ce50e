package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.Plate;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaTest extends KnownShop {

    @Test
    void onlyItsOwnerReadsTheFilesThatHoldRecipients() throws Exception {
        assumeThat(Files.getFileStore(rig.folder).supportsFileAttributeView("posix"))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.folder.resolve("view"))))
                .isEqualTo("rwx------");
    }

    @Test
    void masterDataIsFoundByEveryKey() {
        var view = rig.view();
        var item = Shop.item(7);
        assertThat(view.item(item.id())).contains(item);
        assertThat(view.itemsByBarcode(Shop.gtin(7))).containsExactly(item);
        assertThat(view.itemsByBarcode("nothing'; DROP TABLE item")).isEmpty();
        assertThat(view.items(null, 3)).hasSize(3);
        assertThat(view.locations()).extracting(Location::walk).containsExactly(6, 7, 8, 9, 10);
        assertThat(view.operatorByBadge("BADGE-1")).isPresent();
        assertThat(view.knowsOperators()).isTrue();
        assertThat(view.openAsns()).hasSize(1);
    }

    @Test
    void receivedGoodsShowAtOnceAndOnlyOnceWhenTheServerToldOfThem() throws Exception {
        rig.act(Shop.receive(1, 1, 10, Act.Condition.DAMAGED));
        assertReceived(10);
        rig.push(100);
        assertReceived(10);
        rig.pull();
        assertReceived(10);
        assertThat(rig.view().platesMade()).isEqualTo(1);
        assertThat(rig.view().receivedHere(Shop.NOTICE))
                .singleElement()
                .satisfies(act -> assertThat(act.condition()).isEqualTo(Act.Condition.DAMAGED));
    }

    private void assertReceived(int units) {
        Asn asn = rig.view().asn(Shop.NOTICE).orElseThrow();
        assertThat(asn.lines().getFirst().received()).isEqualTo(Quantity.of(units));
        assertThat(rig.view().plates())
                .containsExactly(
                        new Plate(Shop.plate(1), Goods.of(Shop.itemId(0)), Quantity.of(units), Act.Condition.DAMAGED));
        assertThat(rig.view().stock(Shop.itemId(0)))
                .extracting(StockBalance::balance)
                .containsExactly(100, units);
    }

    @Test
    void whatOtherStationsCountedOfANoticeIsAddedToOwnCountsOnce() throws Exception {
        rig.act(Shop.receive(1, 1, 10, Act.Condition.GOOD));
        rig.push(100);
        rig.server.tell(List.of(new Feed.AsnChanged(received(17))));
        rig.act(Shop.receive(2, 1, 4, Act.Condition.GOOD));
        rig.pull();
        assertThat(rig.view().asn(Shop.NOTICE)).contains(received(21));
        rig.restart();
        assertThat(rig.view().asn(Shop.NOTICE)).contains(received(21));
        rig.push(100);
        rig.pull();
        assertThat(rig.view().asn(Shop.NOTICE)).contains(received(21));
    }

    private Asn received(int units) {
        Asn asn = rig.view().asn(Shop.NOTICE).orElseThrow();
        List<Asn.Line> lines = asn.lines().stream()
                .map(line -> line.line() == 1
                        ? new Asn.Line(
                                1,
                                new Goods(
                                        line.item(),
                                        line.goods().lot(),
                                        line.goods().expiry()),
                                line.expected(),
                                Quantity.of(units))
                        : line)
                .toList();
        return new Asn(asn.id(), asn.supplier(), asn.expectedOn(), lines, asn.closed());
    }

    @Test
    void undoneReceiptIsGoneBeforeAndAfterTheServerHasIt() throws Exception {
        FloorEvent first = rig.act(Shop.receive(1, 1, 10, Act.Condition.GOOD));
        rig.undo(first);
        FloorEvent second = rig.act(Shop.receive(2, 1, 4, Act.Condition.GOOD));
        rig.push(100);
        rig.pull();
        rig.undo(second);
        assertThat(rig.view().plates()).isEmpty();
        assertThat(rig.view().receivedHere(Shop.NOTICE)).isEmpty();
        assertThat(rig.view().asn(Shop.NOTICE).orElseThrow().lines().getFirst().received())
                .isEqualTo(Quantity.ZERO);
        assertThat(rig.view().platesMade()).isEqualTo(2);
    }

    @Test
    void closedReceiptLeavesTheListAndComesBackByUndo() throws Exception {
        FloorEvent closed = rig.act(Draft.free(null, new Act.ReceiptClosed(Shop.NOTICE, List.of()), List.of()));
        assertThat(rig.view().openAsns()).isEmpty();
        rig.push(10);
        rig.pull();
        assertThat(rig.view().openAsns()).isEmpty();
        rig.undo(closed);
        assertThat(rig.view().openAsns()).hasSize(1);
    }

    @Test
    void putAwayPlateMovesToItsLocation() throws Exception {
        rig.act(Shop.receive(1, 1, 10, Act.Condition.GOOD));
        rig.act(Shop.putAway(1, 1, 10, Shop.rack(3)));
        assertThat(rig.view().plates()).isEmpty();
        assertThat(rig.view().plate(Shop.plate(1))).isEmpty();
        assertThat(rig.view().stock(Shop.itemId(0)))
                .extracting(balance -> balance.place().code(), StockBalance::balance)
                .containsExactly(tuple("A-03", 10), tuple("A-00", 100));
    }

    @Test
    void failedSignInsCountSinceTheLastGoodOneOfThatBadge() throws Exception {
        Act refused = new Act.SignInRefused("BADGE-1");
        rig.act(Draft.free(null, refused, List.of()));
        rig.act(Draft.free(new OperatorId("other"), new Act.SignedIn(Operator.Role.PICKER), List.of()));
        rig.act(Draft.free(null, refused, List.of()));
        assertThat(rig.view().failedSignIns("BADGE-1")).isEqualTo(2);
        rig.restart();
        assertThat(rig.view().failedSignIns("BADGE-1")).isEqualTo(2);
        rig.act(Draft.free(Shop.KIM, new Act.SignedIn(Operator.Role.PICKER), List.of()));
        assertThat(rig.view().failedSignIns("BADGE-1")).isZero();
        rig.act(Draft.free(null, refused, List.of()));
        assertThat(rig.view().failedSignIns("BADGE-1")).isEqualTo(1);
    }

    @Test
    void failedSignInsAreForgottenWhenASupervisorUnlocksTheBadgeOrTheSupervisorsOwnWordIsGiven() throws Exception {
        Act refused = new Act.SignInRefused("BADGE-1");
        OperatorId boss = new OperatorId("boss");
        rig.act(Draft.free(null, refused, List.of()));
        rig.act(Draft.free(boss, new Act.Approved("signin.unlock"), List.of()));
        assertThat(rig.view().failedSignIns("BADGE-1")).isEqualTo(1);
        rig.act(Draft.free(boss, new Act.BadgeUnlocked(Shop.KIM), List.of()));
        assertThat(rig.view().failedSignIns("BADGE-1")).isZero();
        rig.restart();
        assertThat(rig.view().failedSignIns("BADGE-1")).isZero();
        rig.act(Draft.free(null, refused, List.of()));
        rig.act(Draft.free(Shop.KIM, new Act.Approved("signin.devices"), List.of()));
        assertThat(rig.view().failedSignIns("BADGE-1")).isZero();
    }

    @Test
    void snapshotThatIsCutOffChangesNothing() throws Exception {
        Path file = folder.resolve("cut.gz");
        FeedLog.write(file, new Feed.SnapshotHead(2, 99, "", 5000), into -> {
            for (Feed.Change change : basics()) {
                into.add(Feed.Told.of(change));
            }
        });
        assertThatThrownBy(() -> rig.replica.load(file)).isInstanceOf(MemoryException.class);
        assertThat(rig.replica.position().serverEpoch()).isEqualTo(1);
        assertThat(rig.view().items(null, 100)).hasSize(50);
        rig.restart();
        assertThat(rig.view().items(null, 100)).hasSize(50);
        assertThat(rig.notices).noneMatch(text -> text.contains("damaged"));
    }

    @Test
    void interruptedReaderBreaksNothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            Thread.currentThread().interrupt();
            assertThat(rig.replica.view().item(Shop.itemId(i))).isPresent();
            assertThat(Thread.interrupted()).isTrue();
        }
        rig.act(Shop.receive(1, 1, 1, Act.Condition.GOOD));
        assertThat(rig.view().plates()).hasSize(1);
        assertThat(rig.notices).isEmpty();
    }

    @Test
    void countsOutliveTheJournal() throws Exception {
        for (int i = 0; i < 3; i++) {
            rig.act(Shop.receive(i, 1, 1, Act.Condition.GOOD));
        }
        rig.view();
        rig.replica.beforeForgetting(1, 2);
        Path file = rig.viewFile();
        rig.close();
        Files.delete(file);
        rig.openAll();
        assertThat(rig.view().platesMade()).isEqualTo(3);
    }

    @Test
    void othersMovementsAndOwnOnesAddUp() throws Exception {
        rig.act(Shop.pick(leased(), 1, 3));
        rig.server.moved(
                new Movement(Goods.of(Shop.itemId(0)), Quantity.of(5), Place.of(Shop.rack(0)), Place.CORRECTION));
        rig.pull();
        assertThat(rig.view().stock(Shop.itemId(0)))
                .extracting(StockBalance::balance)
                .containsExactly(92, 3);
    }
}
