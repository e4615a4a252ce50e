package dev.dockhand.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Numbers of a contract's range: each once, also after a backup came back, and told before they come to an end. */
class WaybillRangesTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final CarrierCode CJ = new CarrierCode("CJ");

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private final TestStation first = warehouse.station("S1");
    private final TestStation second = warehouse.station("S2");
    private int orders;

    @BeforeEach
    void thereIsStock() {
        warehouse.item("A").location("R1", "STORAGE", 1).stock("R1", "A", 100);
    }

    private static String number(long serial) {
        return "65%09d%d".formatted(serial, serial % 7);
    }

    private static List<String> numbers(long... serials) {
        return LongStream.of(serials).mapToObj(WaybillRangesTest::number).toList();
    }

    private void range(long from, long to) {
        WaybillRange range =
                new WaybillRange(CJ, new WaybillNumber(number(from)), new WaybillNumber(number(to)), CheckRule.CJ);
        warehouse.feed.useTransaction(warehouse.site, tx -> {
            warehouse.waybills.ranges().add(tx, List.of(range));
            warehouse.waybills.marks().watch(tx);
        });
    }

    private void order(int count) {
        for (int n = 0; n < count; n++) {
            orders++;
            warehouse.order("O-" + orders, Map.of("A", 1));
        }
    }

    private List<ShipmentTask> granted(TestStation station) {
        return warehouse.grant(station, 50);
    }

    private List<String> numbersOf(TestStation station) {
        return granted(station).stream().map(task -> task.waybill().value()).toList();
    }

    private List<ExceptionKind> exceptions() {
        return warehouse.openExceptions().stream().map(ExceptionRecord::kind).toList();
    }

    private WaybillLevel level() {
        return warehouse.database.read(warehouse.site, WaybillLevel::all).getFirst();
    }

    @Test
    void serialsCountUpAndEachNumberGetsItsDigit() {
        range(8, 12);
        range(20, 21);
        order(9);
        assertThat(numbersOf(first)).containsExactlyElementsOf(numbers(8, 9, 10, 11, 12, 20, 21));
        assertThat(exceptions()).containsExactly(ExceptionKind.NO_WAYBILL);
        assertThat(level()).isEqualTo(new WaybillLevel(CJ, 0, 7, 0, 0, 0));
        Invariants.check(warehouse, first);
    }

    @Test
    void singleNumbersGoBeforeRanges() {
        warehouse.waybills(1);
        range(8, 12);
        order(2);
        assertThat(numbersOf(first)).containsExactly("WB0001", number(8));
    }

    @Test
    void whatABackupHasForgottenComesFromTheOtherEndAndIsNeverGivenTwice() {
        range(1, 6);
        order(2);
        ShipmentTask packed = granted(first).getFirst();
        assertThat(packed.waybill()).hasToString(number(1));
        String restore = " WHERE company = :company AND warehouse = :warehouse";
        warehouse.execute("UPDATE shipment SET waybill = NULL, holder = NULL, token = 0" + restore, Map.of());
        warehouse.execute("DELETE FROM lease" + restore, Map.of());
        warehouse.execute("DELETE FROM waybill_pool" + restore, Map.of());
        warehouse.execute("UPDATE waybill_range SET low = 1" + restore, Map.of());
        warehouse.database.useTransaction(warehouse.site, tx -> Meta.renew(tx, TestWarehouse.NOW));

        order(1);
        assertThat(numbersOf(second)).containsExactlyElementsOf(numbers(6, 5, 4));
        first.act(packed, new Act.LabelPrinted(1, packed.waybill(), 1, "SENT", "", ""));
        first.finish(packed);
        first.push();
        order(4);
        assertThat(numbersOf(second))
                .as("1 is on a box")
                .contains(number(3), number(2))
                .doesNotContain(number(1));
        List<Shipments.Packed> closed = warehouse.database.read(
                warehouse.site, tx -> warehouse.shipments.packed(tx, Shipments.PackedKey.START, 10));
        assertThat(closed).extracting(Shipments.Packed::waybill).containsExactly(packed.waybill());
    }

    @Test
    void whenFewAreLeftSomebodyIsAskedUntilMoreCome() {
        range(1, 5);
        warehouse.feed.useTransaction(
                warehouse.site, tx -> warehouse.waybills.marks().put(tx, CJ, 4));
        order(1);
        granted(first);
        assertThat(exceptions()).isEmpty();
        order(1);
        granted(first);
        assertThat(exceptions()).containsExactly(ExceptionKind.WAYBILLS_LOW);
        assertThat(level()).isEqualTo(new WaybillLevel(CJ, 3, 2, 0, 0, 4));
        range(101, 101);
        assertThat(exceptions()).isEmpty();
    }
}
