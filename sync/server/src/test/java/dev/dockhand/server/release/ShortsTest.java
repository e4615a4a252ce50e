package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.order.OrderRefusedException;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One of three units is missing, at the shelf or at the bench: what is shipped, and who said so. */
class ShortsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String RULE = "the rule of b";

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private TestStation one;
    private ShipmentTask task;

    private enum Where {
        SHELF,
        BENCH
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(Where.values())
                .flatMap(where -> Stream.of(ShortRule.values()).map(rule -> Arguments.of(where, rule)));
    }

    static Stream<Arguments> answers() {
        return everywhere().filter(each -> each.get()[1] != ShortRule.ASK);
    }

    @BeforeEach
    void openTheWarehouse() {
        warehouse.item("A").location("R1", "STORAGE", 10).location("R2", "STORAGE", 20);
        warehouse.waybills(3).stock("R1", "A", 3);
        one = warehouse.station("S1");
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, one);
    }

    private void fallsShort(Where where, ShortRule rule) {
        warehouse.rule(rule).order("O-1", Map.of("A", 3));
        task = warehouse.grant(one, 5).getFirst();
        PickLine line = task.lines().getFirst();
        one.pick(task, line, where == Where.SHELF ? 2 : 3);
        if (where == Where.SHELF) {
            one.act(task, new Act.PickShorted(1, line.item(), Quantity.ONE, line.location(), "NOT_FOUND"));
        }
        one.act(task, new Act.PickFinished(one.tote()));
        if (where == Where.BENCH) {
            one.lost(task, line, 1);
        }
        one.push();
    }

    private List<ShipmentTask> held() {
        return warehouse.desk.held(warehouse.site, one.id);
    }

    private void finishes(ShipmentTask work) {
        one.finish(work);
        one.push();
    }

    private String state() {
        return warehouse
                .rows("SELECT state FROM orders WHERE company = :company AND warehouse = :warehouse", String.class)
                .getFirst();
    }

    /** ordered, cancelled, promised, allocated, picked, packed */
    private String quantities() {
        return warehouse.rows("""
            SELECT concat_ws(' ', quantity, cancelled, promised, allocated, picked, packed) FROM order_line
            WHERE company = :company AND warehouse = :warehouse\
            """, String.class).getFirst();
    }

    private List<String> decisions() {
        return warehouse.rows("""
            SELECT decision || ' ' || units || ' of line ' || line || ' by ' || decided_by FROM short_decision
            WHERE company = :company AND warehouse = :warehouse
                AND decided_at = TIMESTAMPTZ '2026-11-23T06:00:00Z' ORDER BY decision\
            """, String.class);
    }

    private List<String> shipped() {
        return warehouse.rows("""
            SELECT to_place || ' ' || sum(quantity) FROM movement
            WHERE company = :company AND warehouse = :warehouse AND to_place LIKE 'PARCEL:%'
            GROUP BY to_place ORDER BY to_place\
            """, String.class);
    }

    private boolean isAsked() {
        return warehouse.openExceptions().stream()
                .map(ExceptionRecord::kind)
                .anyMatch(ExceptionKind.CANNOT_ALLOCATE::equals);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void theBrandsRuleIsAsked(Where where, ShortRule rule) {
        fallsShort(where, rule);
        assertThat(isAsked()).isEqualTo(rule == ShortRule.ASK);
        switch (rule) {
            case ASK, WAIT -> waits();
            case SHIP_REST, CANCEL_REST -> goesOn(rule, RULE);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whoIsAskedAnswers(Where where, ShortRule answer) {
        fallsShort(where, ShortRule.ASK);
        warehouse.orders.decide(warehouse.site, task.order(), answer, "kim");
        assertThat(isAsked()).isFalse();
        if (answer == ShortRule.WAIT) {
            assertThat(decisions()).containsExactly("WAIT 1 of line 1 by kim");
            waits();
        } else {
            goesOn(answer, "kim");
        }
    }

    /** Nothing is packed before there are goods, and then all of it in one parcel. */
    private void waits() {
        assertThat(held()).isEmpty();
        assertThat(quantities()).isEqualTo("3 0 3 3 2 0");
        assertThat(state()).isEqualTo("RELEASED");
        assertThat(shipped()).isEmpty();
        warehouse.stock("R2", "A", 1);
        warehouse.orders.retryWaiting(warehouse.site);
        finishes(held().getFirst());
        assertThat(shipped()).containsExactly("PARCEL:%s 3".formatted(task.shipment()));
        assertThat(quantities()).isEqualTo("3 0 3 3 3 3");
        assertThat(state()).isEqualTo("PACKED");
    }

    private void goesOn(ShortRule decision, String by) {
        assertThat(decisions()).containsExactly("%s 1 of line 1 by %s".formatted(decision, by));
        ShipmentTask again = held().getFirst();
        assertThat(again.waybill()).isEqualTo(task.waybill());
        assertThat(again.lines()).allSatisfy(line -> {
            assertThat(line.quantity()).isEqualTo(line.picked());
            assertThat(line.shorted()).isEqualTo(Quantity.ZERO);
        });
        one.packed(again);
        one.push();
        String first = "PARCEL:%s 2".formatted(task.shipment());
        assertThat(shipped()).containsExactly(first);
        if (decision == ShortRule.CANCEL_REST) {
            assertThat(quantities()).isEqualTo("3 1 2 2 2 2");
            assertThat(state()).isEqualTo("PACKED");
            assertThat(warehouse.number("SELECT count(*) FROM orders WHERE company = :company AND lacking"))
                    .isZero();
            return;
        }
        assertThat(quantities()).isEqualTo("3 0 2 2 2 2");
        assertThat(state()).isEqualTo("WAITING");
        warehouse.stock("R2", "A", 1);
        assertThat(warehouse.orders.retryWaiting(warehouse.site)).isEqualTo(1);
        ShipmentTask rest = warehouse.grant(one, 5).getFirst();
        assertThat(rest.shipment().value()).isEqualTo(task.shipment().value().replace(".1", ".2"));
        assertThat(rest.waybill()).isNotEqualTo(task.waybill());
        finishes(rest);
        assertThat(shipped()).containsExactly(first, "PARCEL:%s 1".formatted(rest.shipment()));
        assertThat(quantities()).isEqualTo("3 0 3 3 3 3");
        assertThat(state()).isEqualTo("PACKED");
    }

    @ParameterizedTest
    @EnumSource(ShortRule.class)
    void whereNothingIsMissingNothingIsDecided(ShortRule rule) {
        warehouse.rule(rule).order("O-1", Map.of("A", 3));
        finishes(warehouse.grant(one, 5).getFirst());
        refused("NOTHING_SHORT", "O-1");
        refused("NOT_FOUND", "O-2");
        assertThat(decisions()).isEmpty();
    }

    private void refused(String code, String order) {
        assertThatThrownBy(() -> warehouse.orders.decide(
                        warehouse.site, TestWarehouse.order(order), ShortRule.CANCEL_REST, "kim"))
                .isInstanceOfSatisfying(
                        OrderRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    /** What people did is not refused: it is asked about afterwards. */
    @Test
    void closedShortAgainstAllRulesItIsDecidedAfterwards() {
        fallsShort(Where.SHELF, ShortRule.ASK);
        one.packed(task);
        one.push();
        assertThat(shipped()).containsExactly("PARCEL:%s 2".formatted(task.shipment()));
        assertThat(state()).isEqualTo("RELEASED");
        warehouse.orders.decide(warehouse.site, task.order(), ShortRule.CANCEL_REST, "kim");
        assertThat(decisions()).containsExactly("CANCEL_REST 1 of line 1 by kim");
        assertThat(quantities()).isEqualTo("3 1 2 2 2 2");
        assertThat(state()).isEqualTo("PACKED");
    }

    /** As from an older journal, whose acts come behind newer ones. */
    @Test
    void whatIsToldMissingAfterPickingWasFinishedIsAskedAboutToo() {
        warehouse.rule(ShortRule.ASK).order("O-1", Map.of("A", 3));
        task = warehouse.grant(one, 5).getFirst();
        PickLine line = task.lines().getFirst();
        one.pick(task, line, 2);
        one.act(task, new Act.PickFinished(one.tote()));
        one.act(task, new Act.PickShorted(1, line.item(), Quantity.ONE, line.location(), "NOT_FOUND"));
        one.push();
        assertThat(isAsked()).isTrue();
        assertThat(held()).isEmpty();
    }
}
