package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of five units that an order wants three are there when it comes. */
class ShortAtIntakeTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private TestStation one;

    @BeforeEach
    void openTheWarehouse() {
        warehouse.item("A").location("R1", "STORAGE", 10).waybills(3).stock("R1", "A", 3);
        one = warehouse.station("S1");
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, one);
    }

    private void comes(ShortRule rule) {
        warehouse.rule(rule).order("O-1", Map.of("A", 5));
        warehouse.release.releasePromised(warehouse.site);
    }

    private boolean isAsked() {
        return warehouse.openExceptions().stream()
                .map(ExceptionRecord::kind)
                .anyMatch(ExceptionKind.CANNOT_ALLOCATE::equals);
    }

    /** ordered, cancelled, promised, packed, and the state */
    private String order() {
        return warehouse.rows("""
            SELECT concat_ws(' ', l.quantity, l.cancelled, l.promised, l.packed, o.state)
            FROM order_line l JOIN orders o USING (company, warehouse, order_id)
            WHERE l.company = :company AND l.warehouse = :warehouse\
            """, String.class).getFirst();
    }

    private List<String> decisions() {
        return warehouse.rows("""
            SELECT decision || ' ' || units || ' by ' || decided_by FROM short_decision
            WHERE company = :company AND warehouse = :warehouse
                AND decided_at = TIMESTAMPTZ '2026-11-23T06:00:00Z'\
            """, String.class);
    }

    private List<ShipmentTask> granted() {
        return warehouse.grant(one, 5);
    }

    private void packs(int units) {
        ShipmentTask task = granted().getFirst();
        assertThat(task.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity().units()).isEqualTo(units));
        one.finish(task);
        one.push();
    }

    private void isAsTheRuleSays(ShortRule rule, String by) {
        assertThat(isAsked()).isFalse();
        assertThat(decisions()).containsExactly("%s %d by %s".formatted(rule, rule == ShortRule.WAIT ? 5 : 2, by));
        switch (rule) {
            case WAIT -> {
                assertThat(granted()).isEmpty();
                assertThat(order()).isEqualTo("5 0 0 0 WAITING");
                assertThat(warehouse.level("A").availableToPromise()).isEqualTo(3);
                theRestComes(5);
            }
            case SHIP_REST -> {
                packs(3);
                assertThat(order()).isEqualTo("5 0 3 3 WAITING");
                theRestComes(2);
            }
            case CANCEL_REST -> {
                packs(3);
                assertThat(order()).isEqualTo("5 2 3 3 PACKED");
            }
            case ASK -> throw new IllegalArgumentException("that is no answer");
        }
    }

    private void theRestComes(int units) {
        warehouse.stock("R1", "A", 2);
        assertThat(warehouse.orders.retryWaiting(warehouse.site)).isEqualTo(1);
        packs(units);
        assertThat(order()).isEqualTo("5 0 5 5 PACKED");
    }

    @ParameterizedTest
    @EnumSource(names = "ASK", mode = EnumSource.Mode.EXCLUDE)
    void theBrandsRuleIsAsked(ShortRule rule) {
        comes(rule);
        isAsTheRuleSays(rule, "the rule of b");
    }

    @ParameterizedTest
    @EnumSource(names = "ASK", mode = EnumSource.Mode.EXCLUDE)
    void whoIsAskedAnswers(ShortRule answer) {
        comes(ShortRule.ASK);
        assertThat(isAsked()).isTrue();
        assertThat(granted()).isEmpty();
        assertThat(order()).isEqualTo("5 0 0 0 WAITING");
        assertThat(decisions()).isEmpty();
        warehouse.orders.decide(warehouse.site, TestWarehouse.order("O-1"), answer, "kim");
        isAsTheRuleSays(answer, "kim");
    }
}
