package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.order.LineQuantities;
import dev.dockhand.model.order.OrderEvent;
import dev.dockhand.model.order.OrderLife;
import dev.dockhand.model.order.OrderState;
import dev.dockhand.model.order.Transition;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.rules.Drawn;
import dev.dockhand.server.OrderLines;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.access.Role;
import dev.dockhand.server.order.Holds;
import dev.dockhand.server.order.OrderQuantities;
import dev.dockhand.server.order.OrderRefusedException;
import dev.dockhand.server.store.ServerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What befalls orders in the database is what the table says, and the table is the one in the README. */
class OrderLifeTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String BEGIN =
            "<!-- the table of OrderLife; mvn -Dtest=OrderLifeTest -Dupdate=true writes it -->\n";
    private static final String END = "<!-- end of the table -->";
    private static final OrderId ORDER = TestWarehouse.order("O-1");

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private final Holds holds = new Holds(warehouse.feed, warehouse.release::releasePromised, warehouse.time);
    private final HandOver handOver = new HandOver(warehouse.feed, warehouse.time);
    private TestStation one;

    @BeforeEach
    void openTheWarehouse() {
        warehouse.item("A").location("R1", "STORAGE", 10).waybills(3).stock("R1", "A", 3);
        one = warehouse.station("S1");
    }

    @Test
    void theReadmeShowsTheTable() throws IOException {
        Path readme = Path.of(System.getProperty("dockhand.module.dir", "."), "README.md");
        String text = Files.readString(readme);
        assertThat(text).contains(BEGIN, END);
        String right = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + "\n"
                + markdown()
                + "\n"
                + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("update")) {
            Files.writeString(readme, right);
        }
        assertThat(Files.readString(readme)).isEqualTo(right);
    }

    /** The table as Markdown, for people. */
    private static String markdown() {
        StringBuilder text = new StringBuilder("| |");
        Arrays.stream(OrderEvent.values())
                .forEach(event -> text.append(' ').append(event).append(" |"));
        text.append("\n|---|").append("---|".repeat(OrderEvent.values().length)).append('\n');
        for (OrderState state : OrderState.values()) {
            text.append("| **")
                    .append(state)
                    .append("** | ")
                    .append(Arrays.stream(OrderEvent.values())
                            .map(event -> OrderLife.of(state, event).toString())
                            .collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        return text.toString();
    }

    @Test
    void theDatabaseDerivesTheSameStateFromTheQuantities() {
        AtomicInteger orders = new AtomicInteger();
        Set<OrderState> seen = EnumSet.noneOf(OrderState.class);
        Drawn.each(300, drawn -> {
            OrderId order = TestWarehouse.order("P-" + orders.incrementAndGet());
            int least = drawn.between(0, 8);
            List<LineQuantities> lines = IntStream.range(0, drawn.between(1, 3))
                    .mapToObj(line -> line(drawn, least))
                    .toList();
            OrderState state = derived(order, lines);
            assertThat(state).as("%s", lines).isEqualTo(OrderLines.state(lines));
            seen.add(state);
        });
        assertThat(seen).containsExactlyInAnyOrder(OrderState.values());
    }

    /** Quantities of which the first ones cover what is wanted, and the others may. */
    private static LineQuantities line(Drawn drawn, int full) {
        int ordered = drawn.between(1, 3);
        int cancelled = drawn.between(0, 4) == 0 ? ordered : drawn.between(0, ordered);
        int[] units = IntStream.range(0, 7)
                .map(i -> i < full ? ordered - cancelled : drawn.between(0, ordered))
                .toArray();
        return new LineQuantities(
                ordered, cancelled, units[0], units[1], units[2], units[3], units[4], units[5], units[6]);
    }

    private OrderState derived(OrderId order, List<LineQuantities> lines) {
        warehouse.execute("""
            INSERT INTO orders VALUES (:company, :warehouse, :order, 'CJ', 'standard', '2026-11-23T07:00:00Z',
                'WAITING', true, false, 'hash', now(), NULL)\
            """, Map.of("order", order.value()));
        for (int i = 0; i < lines.size(); i++) {
            LineQuantities line = lines.get(i);
            warehouse.execute(
                    """
                    INSERT INTO order_line VALUES (:company, :warehouse, :order, :line, 'b/A', :ordered, :cancelled, :promised,
                        :allocated, :picked, :packed, :handed, :delivered, :returned)\
                    """,
                    Map.ofEntries(
                            Map.entry("order", order.value()),
                            Map.entry("line", i + 1),
                            Map.entry("ordered", line.ordered()),
                            Map.entry("cancelled", line.cancelled()),
                            Map.entry("promised", line.promised()),
                            Map.entry("allocated", line.allocated()),
                            Map.entry("picked", line.picked()),
                            Map.entry("packed", line.packed()),
                            Map.entry("handed", line.handedOver()),
                            Map.entry("delivered", line.delivered()),
                            Map.entry("returned", line.returned())));
        }
        settle(order);
        return state(order);
    }

    private void settle(OrderId order) {
        warehouse.feed.useTransaction(warehouse.site, tx -> OrderQuantities.settle(tx, order));
    }

    private OrderState state(OrderId order) {
        return DATABASE.database().inTransaction(warehouse.site, tx -> OrderQuantities.lockKnown(tx, order));
    }

    private void come(OrderState state) {
        warehouse.order("O-1", Map.of("A", state == OrderState.WAITING ? 4 : 3));
        if (state == OrderState.CANCELLED) {
            warehouse.orders.cancel(warehouse.site, ORDER);
        }
        if (state == OrderState.CANCELLED || state.compareTo(OrderState.RELEASED) < 0) {
            return;
        }
        ShipmentTask task = warehouse.grant(one, 1).getFirst();
        if (state == OrderState.PICKED) {
            one.pick(task, task.lines().getFirst(), 3);
            one.act(task, new Act.PickFinished(one.tote()));
        } else if (state.compareTo(OrderState.PACKED) >= 0) {
            one.finish(task);
        }
        one.push();
        if (state.compareTo(OrderState.HANDED_OVER) >= 0) {
            handOver.take(warehouse.site, task.shipment(), "kim");
        }
        warehouse.execute(
                """
                UPDATE order_line SET delivered = :delivered, returned = :returned
                WHERE company = :company AND warehouse = :warehouse\
                """,
                Map.of(
                        "delivered",
                        state.compareTo(OrderState.DELIVERED) >= 0 ? 3 : 0,
                        "returned",
                        state.compareTo(OrderState.RETURNED) >= 0 ? 3 : 0));
        settle(ORDER);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void aCancelIsAnsweredAsTheTableSays(OrderState state) {
        come(state);
        assertThat(state(ORDER)).isEqualTo(state);
        Orders.Cancelled answer = warehouse.orders.cancel(warehouse.site, ORDER);
        switch (OrderLife.of(state, OrderEvent.CANCEL)) {
            case Transition.To(OrderState next) -> {
                assertThat(answer).isEqualTo(Orders.Cancelled.CANCELLED);
                assertThat(state(ORDER)).isEqualTo(next);
            }
            case Transition.Refused(Transition.Refusal why) -> {
                assertThat(answer.name()).isEqualTo(why.name());
                assertThat(state(ORDER)).isEqualTo(state);
            }
            case Transition.Exceptional(var kind) -> throw new AssertionError("a shop is told: " + kind);
        }
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void aHoldIsAnsweredAsTheTableSays(OrderState state) {
        come(state);
        if (OrderLife.of(state, OrderEvent.HOLD) instanceof Transition.Refused(Transition.Refusal why)) {
            refused(why.name(), () -> hold("ADDRESS", Role.BRAND));
            return;
        }
        hold("ADDRESS", Role.BRAND);
        hold("PAYMENT", Role.COMPANY);
        refused("ALREADY_HELD", () -> hold("ADDRESS", Role.HOST));
        warehouse.stock("R1", "A", 1);
        warehouse.orders.retryWaiting(warehouse.site);
        assertThat(granted()).as("nothing is begun on it").isEmpty();
        lift("ADDRESS", Role.WAREHOUSE);
        refused("NOT_HELD", () -> lift("ADDRESS", Role.WAREHOUSE));
        refused("HELD_BY_HIGHER_ROLE", () -> lift("PAYMENT", Role.WAREHOUSE));
        assertThat(granted()).as("one hold is left").isEmpty();
        lift("PAYMENT", Role.COMPANY);
        assertThat(granted()).hasSize(1);
    }

    private List<ShipmentTask> granted() {
        return warehouse.grant(one, 5);
    }

    private void hold(String name, Role role) {
        holds.hold(warehouse.site, ORDER, name, "", new Holds.Who("kim", role));
    }

    private void lift(String name, Role role) {
        holds.lift(warehouse.site, ORDER, name, new Holds.Who("lee", role));
    }

    private static void refused(String code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        OrderRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"RELEASED", "PICKED", "PACKED", "HANDED_OVER"})
    void aHandOverIsAnsweredAsTheTableSays(OrderState state) {
        come(state);
        ShipmentId shipment = new ShipmentId(warehouse
                .rows("SELECT shipment FROM shipment WHERE company = :company", String.class)
                .getFirst());
        if (OrderLife.of(state, OrderEvent.HAND_OVER) instanceof Transition.Refused(Transition.Refusal why)) {
            refused(why.name(), () -> handOver.take(warehouse.site, shipment, "kim"));
            assertThat(state(ORDER)).isEqualTo(state);
        } else {
            assertThat(handOver.take(warehouse.site, shipment, "kim")).isEqualTo(ORDER);
            assertThat(state(ORDER)).isEqualTo(OrderState.HANDED_OVER);
        }
        refused("NOT_FOUND", () -> handOver.take(warehouse.site, new ShipmentId("none"), "kim"));
    }
}
