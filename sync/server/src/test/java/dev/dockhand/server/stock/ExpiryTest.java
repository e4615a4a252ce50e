package dev.dockhand.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has expired is not promised: nobody would find it. */
class ExpiryTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final LocalDate TODAY = LocalDate.ofInstant(TestWarehouse.NOW, ZoneOffset.UTC);

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());

    @BeforeEach
    void shelves() {
        warehouse.item("A").location("R1", "STORAGE", 1).location("R2", "STORAGE", 2);
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse);
    }

    private long available() {
        return warehouse.level("A").availableToPromise();
    }

    private void move(String cause, LocalDate expiry, int units, Place from, Place to) {
        warehouse.feed.useTransaction(warehouse.site, tx -> {
            Posting posting = new Posting();
            posting.move(
                    Posting.Cause.of("test", cause),
                    new Movement(new Goods(new ItemId("b/A"), new Lot("L"), expiry), Quantity.of(units), from, to));
            warehouse.ledger.post(tx, posting, warehouse.time.instant());
        });
    }

    private static Place at(String location) {
        return Place.of(new LocationCode(location));
    }

    @Test
    void whatHasExpiredWhenItComesIsNotSellable() {
        warehouse.stock("R1", "A", "OLD", TODAY.minusDays(1), 9).stock("R1", "A", "LAST", TODAY, 2);
        assertThat(available()).isEqualTo(2);
        assertThat(warehouse.expiry.sweep(warehouse.site)).isZero();
        assertThat(warehouse.order("O-1", Map.of("A", 3))).isFalse();
        assertThat(warehouse.order("O-2", Map.of("A", 2))).isTrue();
    }

    @Test
    void aLotIsGoodOnItsLastDayAndNotAfter() {
        warehouse
                .stock("R1", "A", "L", TODAY, 5)
                .stock("R2", "A", "L", TODAY, 1)
                .stock("R1", "A", 2);
        assertThat(warehouse.expiry.sweep(warehouse.site)).isZero();
        assertThat(available()).isEqualTo(8);
        warehouse.after(Duration.ofDays(1));
        assertThat(warehouse.expiry.sweep(warehouse.site)).isEqualTo(2);
        assertThat(available()).isEqualTo(2);
        assertThat(warehouse.expiry.sweep(warehouse.site)).as("once only").isZero();
        assertThat(available()).isEqualTo(2);
        assertThat(warehouse.order("O-1", Map.of("A", 3))).isFalse();
    }

    @Test
    void theDayIsTheWarehousesOwn() {
        // It is 06:00 UTC of the 23rd, and still the 22nd in Pago Pago.
        warehouse.stock("R1", "A", "L", TODAY.minusDays(1), 5);
        Expiry behind = new Expiry(
                warehouse.feed,
                warehouse.availability,
                warehouse.time,
                (site, at) -> LocalDate.ofInstant(at, ZoneId.of("Pacific/Pago_Pago")));
        assertThat(behind.sweep(warehouse.site)).isEqualTo(1);
        assertThat(available()).as("there it is still yesterday").isEqualTo(5);
        assertThat(warehouse.expiry.sweep(warehouse.site)).isEqualTo(1);
        assertThat(available()).isZero();
    }

    @Test
    void movementsAreCountedOnceBeforeAndAfterTheSweep() {
        move("c1", TODAY, 10, Place.SUPPLIER, at("R1"));
        warehouse.after(Duration.ofDays(1));
        move("c2", TODAY, 3, at("R1"), Place.CORRECTION);
        assertThat(available()).as("nobody has swept yet").isEqualTo(7);
        warehouse.expiry.sweep(warehouse.site);
        assertThat(available()).isZero();
        move("c3", TODAY, 2, at("R1"), at("R2"));
        move("c4", TODAY, 5, at("R1"), Place.CORRECTION);
        assertThat(available()).isZero();
    }

    @Test
    void whatALocationIsForIsCountedWithoutExpiredLots() {
        warehouse.stock("R1", "A", "OLD", TODAY.minusDays(1), 4).stock("R1", "A", 1);
        warehouse.feed.useTransaction(
                warehouse.site, tx -> warehouse.availability.recount(tx, List.of(new LocationCode("R1"))));
        assertThat(available()).isEqualTo(1);
    }

    @Test
    void severalServersSweepWhileGoodsMove() throws Exception {
        move("c0", TODAY, 1000, Place.SUPPLIER, at("R1"));
        warehouse.stock("R1", "A", 7);
        warehouse.after(Duration.ofDays(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 2; t++) {
                String name = "t" + t;
                all.add(threads.submit(() -> {
                    for (int i = 1; i <= 40; i++) {
                        move(name + i, TODAY, 1, at("R1"), i % 2 == 0 ? at("R2") : Place.CORRECTION);
                    }
                }));
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 10; i++) {
                        warehouse.expiry.sweep(warehouse.site);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        warehouse.expiry.sweep(warehouse.site);
        assertThat(available()).isEqualTo(7);
    }
}
