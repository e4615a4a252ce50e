package dev.dockhand.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StockTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final ItemId A = new ItemId("b/A");

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());

    @BeforeEach
    void shelves() {
        warehouse
                .item("A")
                .location("R1", "STORAGE", 1)
                .location("DOCK", "DOCK", 0)
                .location("BROKEN", "DAMAGED", 9);
    }

    private Set<ItemId> move(String cause, int units, Place from, Place to) {
        return warehouse.feed.inTransaction(warehouse.site, tx -> {
            Posting posting = new Posting();
            posting.move(Posting.Cause.of("test", cause), new Movement(Goods.of(A), Quantity.of(units), from, to));
            return warehouse.ledger.post(tx, posting, TestWarehouse.NOW);
        });
    }

    private Availability.Level level() {
        return DATABASE.database()
                .read(warehouse.site, tx -> warehouse.availability.levels(tx, "", 10))
                .getFirst();
    }

    private static Place at(String location) {
        return Place.of(new LocationCode(location));
    }

    @Test
    void onlyStorageCanBeSold() {
        LicensePlate plate = new LicensePlate("P1");
        assertThat(move("c1", 30, Place.SUPPLIER, Place.of(plate))).isEmpty();
        assertThat(move("c2", 20, Place.of(plate), at("R1"))).containsExactly(A);
        move("c3", 6, Place.of(plate), at("BROKEN"));
        move("c4", 4, Place.of(plate), at("DOCK"));
        assertThat(level()).isEqualTo(new Availability.Level(A, 20, 0));
        move("c5", 2, at("R1"), at("BROKEN"));
        assertThat(level().availableToPromise()).isEqualTo(18);
    }

    @Test
    void aBalanceBelowZeroIsAcceptedAndTold() {
        move("c1", 3, at("R1"), Place.CORRECTION);
        assertThat(level().availableToPromise()).isEqualTo(-3);
        assertThat(warehouse.openExceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(ExceptionKind.NEGATIVE_STOCK);
            assertThat(exception.detail()).isEqualTo("balance is -3");
        });
    }

    @Test
    void unitsThatArePromisedAndGoneAreToldUntilOthersCome() {
        warehouse.stock("R1", "A", 5).order("O-1", Map.of("A", 4));
        move("c1", 2, at("R1"), at("BROKEN"));
        assertThat(warehouse.openExceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(ExceptionKind.OVERSOLD);
            assertThat(exception.about()).isEqualTo("b/A");
            assertThat(exception.detail()).isEqualTo("4 promised, 3 can be sold");
        });
        move("c2", 1, Place.CORRECTION, at("R1"));
        assertThat(warehouse.openExceptions()).isEmpty();
    }

    @Test
    void aLocationThatIsClosedTakesWhatWasPromisedAndThatIsTold() {
        warehouse.stock("R1", "A", 5).order("O-1", Map.of("A", 4));
        warehouse.execute(
                "UPDATE location SET kind = 'DAMAGED' WHERE company = :company AND warehouse = :warehouse"
                        + " AND location = 'R1'",
                Map.of());
        recount("R1");
        assertThat(warehouse.openExceptions())
                .extracting(ExceptionRecord::kind)
                .containsExactly(ExceptionKind.OVERSOLD);
    }

    @Test
    void whatALocationIsForDecidesWhatCanBeSold() {
        move("c1", 7, Place.SUPPLIER, at("NEW"));
        warehouse.location("NEW", "STORAGE", 5);
        recount("NEW");
        assertThat(level().sellable()).isEqualTo(7);
        warehouse.execute(
                "UPDATE location SET kind = 'DAMAGED' WHERE company = :company AND warehouse = :warehouse"
                        + " AND location = :code",
                Map.of("code", "NEW"));
        recount("NEW");
        assertThat(level().sellable()).isZero();
    }

    private void recount(String location) {
        warehouse.feed.useTransaction(
                warehouse.site, tx -> warehouse.availability.recount(tx, List.of(new LocationCode(location))));
    }

    @Test
    void aPromiseIsForAllItemsOrForNone() {
        warehouse.stock("R1", "A", 5).stock("R1", "B", 1);
        assertThat(promise(Map.of(A, 2, new ItemId("b/B"), 2))).isFalse();
        assertThat(promise(Map.of(A, 2, new ItemId("b/C"), 1))).isFalse();
        assertThat(level()).isEqualTo(new Availability.Level(A, 5, 0));
        assertThat(promise(Map.of(A, 5, new ItemId("b/B"), 1))).isTrue();
        assertThat(promise(Map.of(A, 1))).isFalse();
    }

    private boolean promise(Map<ItemId, Integer> wanted) {
        return DATABASE.database().inTransaction(warehouse.site, tx -> warehouse.availability.promise(tx, wanted));
    }

    /** Scarce stock, several threads, items asked for in any order: never more promised than there is, never stuck. */
    @Test
    void nothingIsPromisedTwice() throws Exception {
        int items = 5;
        int each = 40;
        for (int i = 0; i < items; i++) {
            warehouse.stock("R1", "I" + i, each);
        }
        Map<ItemId, Integer> accepted = new HashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Map<ItemId, Integer>>> all = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                Random random = new Random(t);
                all.add(threads.submit(() -> promiseAtRandom(random, items)));
            }
            for (Future<Map<ItemId, Integer>> one : all) {
                one.get(120, TimeUnit.SECONDS).forEach((sku, units) -> accepted.merge(sku, units, Integer::sum));
            }
        }
        List<Availability.Level> levels =
                DATABASE.database().read(warehouse.site, tx -> warehouse.availability.levels(tx, "", 100));
        assertThat(levels).hasSize(items).allSatisfy(level -> {
            assertThat(level.promised())
                    .isEqualTo(accepted.getOrDefault(level.item(), 0).longValue());
            assertThat(level.availableToPromise()).isNotNegative();
        });
        assertThat(accepted.values().stream().mapToInt(Integer::intValue).sum())
                .as("nearly everything was promised")
                .isGreaterThan(items * each * 3 / 4);
    }

    private Map<ItemId, Integer> promiseAtRandom(Random random, int items) {
        Map<ItemId, Integer> accepted = new HashMap<>();
        for (int n = 0; n < 40; n++) {
            Map<ItemId, Integer> wanted = new HashMap<>();
            for (int k = 0; k < 3; k++) {
                wanted.merge(new ItemId("b/I" + random.nextInt(items)), 1 + random.nextInt(3), Integer::sum);
            }
            if (promise(wanted)) {
                wanted.forEach((sku, units) -> accepted.merge(sku, units, Integer::sum));
            }
        }
        return accepted;
    }
}
