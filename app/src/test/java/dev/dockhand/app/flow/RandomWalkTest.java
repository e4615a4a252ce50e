package dev.dockhand.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.flow.signin.SignInFlow;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.rules.Drawn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever comes in, nothing throws, and the rules of the house hold after every single input. */
class RandomWalkTest {

    private static final int LAST = 120_000;

    @Test
    void pickingNeverTakesMoreThanIsWanted() {
        AtomicInteger finished = new AtomicInteger();
        Drawn.each(250, drawn -> {
            Floor floor = floor(drawn.yes());
            RandomWalk.of(new PickingFlow(), floor, moves(drawn, 90), (desk, input) -> {
                for (int number = 1; number <= 3; number++) {
                    ShipmentTask task = Floors.shipment(number);
                    Map<Integer, Integer> done = doneByLine(floor, task.id());
                    for (PickLine line : task.lines()) {
                        assertThat(done.getOrDefault(line.line(), 0))
                                .isBetween(0, line.quantity().units());
                    }
                    assertThat(count(floor, task.id(), Act.PickFinished.class)).isLessThanOrEqualTo(1);
                }
                movementsMatchPicks(floor);
            });
            finished.addAndGet(floor.acts(Act.PickFinished.class).size());
        });
        assertThat(finished).as("a list is finished").hasPositiveValue();
    }

    private static Map<Integer, Integer> doneByLine(Floor floor, TaskId task) {
        Map<Integer, Integer> done = new HashMap<>();
        for (Draft draft : floor.counted()) {
            if (task.equals(draft.task()) && draft.act() instanceof Act.Picked picked) {
                done.merge(picked.line(), picked.quantity().units(), Integer::sum);
            } else if (task.equals(draft.task()) && draft.act() instanceof Act.PickShorted shorted) {
                done.merge(shorted.line(), shorted.missing().units(), Integer::sum);
            }
        }
        return done;
    }

    private static long count(Floor floor, TaskId task, Class<? extends Act> kind) {
        return floor.counted().stream()
                .filter(draft -> task.equals(draft.task()) && kind.isInstance(draft.act()))
                .count();
    }

    private static void movementsMatchPicks(Floor floor) {
        int moved = floor.movements().stream()
                .filter(movement -> movement.to().kind() == Place.Kind.TOTE)
                .mapToInt(movement -> movement.quantity().units())
                .sum();
        int picked = floor.acts(Act.Picked.class).stream()
                .mapToInt(act -> act.quantity().units())
                .sum();
        assertThat(moved).isEqualTo(picked);
    }

    @Test
    void packingNeverShipsWhatWasNotPickedLabelledAndScannedBack() {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        Drawn.each(400, drawn -> {
            Floor floor = floor(drawn.yes());
            Picked.all(floor, Floors.shipment(1), "TOTE-1");
            Picked.short1(floor, Floors.shipment(2), "TOTE-2");
            floor.settle();
            Set<String> printed = new HashSet<>();
            RandomWalk.of(new PackingFlow(), floor, moves(drawn, 120), (desk, input) -> {
                packedIsAtMostPicked(floor);
                for (Draft draft : input == null ? List.<Draft>of() : desk.drafts()) {
                    if (draft.act() instanceof Act.ShipmentPacked packed) {
                        closedRightly(floor, draft, packed, input);
                    }
                    if (draft.act() instanceof Act.LabelPrinted label
                            && label.outcome().equals("SENT")) {
                        assertThat(label.reason().isEmpty()).isEqualTo(label.copy() == 1);
                        assertThat(floor.progress(task(draft)).cancelled()).isFalse();
                    }
                }
                desk.effects().stream()
                        .filter(effect -> input != null && effect instanceof Effect.Print)
                        .forEach(effect -> assertThat(printed.add(((Effect.Print) effect).job()))
                                .as("a label is printed once")
                                .isTrue());
            });
            closed.addAndGet(floor.acts(Act.ShipmentPacked.class).size());
            lost.addAndGet(floor.acts(Act.PackShorted.class).size());
        });
        assertThat(closed).as("a parcel is closed").hasPositiveValue();
        assertThat(lost).as("units are lost at the bench").hasPositiveValue();
    }

    private static void packedIsAtMostPicked(Floor floor) {
        for (int number = 1; number <= 2; number++) {
            TaskId id = new TaskId("T-" + number);
            Map<Object, Integer> units = new HashMap<>();
            Map<Object, Integer> checked = new HashMap<>();
            for (Draft draft : floor.counted()) {
                if (!id.equals(draft.task())) {
                    continue;
                }
                if (draft.act() instanceof Act.Picked picked) {
                    units.merge(picked.item(), picked.quantity().units(), Integer::sum);
                } else if (draft.act() instanceof Act.ItemPacked packed) {
                    units.merge(packed.item(), -packed.quantity().units(), Integer::sum);
                    checked.merge(packed.item(), packed.quantity().units(), Integer::sum);
                } else if (draft.act() instanceof Act.PackShorted lost) {
                    checked.forEach((sku, count) -> units.merge(sku, count, Integer::sum));
                    checked.clear();
                    units.merge(lost.item(), -lost.quantity().units(), Integer::sum);
                }
            }
            assertThat(units.values()).allMatch(left -> left >= 0);
        }
    }

    private static void closedRightly(Floor floor, Draft draft, Act.ShipmentPacked packed, @Nullable Input input) {
        TaskId id = task(draft);
        assertThat(input).isInstanceOf(Input.Scanned.class);
        assertThat(((Input.Scanned) input).code().text())
                .isEqualTo(packed.waybills().getLast().value());
        assertThat(count(floor, id, Act.ShipmentPacked.class)).isEqualTo(1);
        assertThat(count(floor, id, Act.LabelPrinted.class)).isPositive();
        assertThat(count(floor, id, Act.CancelSeen.class)).isZero();
        Progress progress = floor.settle().progress(id);
        assertThat(progress.cancelled()).isFalse();
        assertThat(progress.waitsForAnswer()).as("never shipped short").isFalse();
        assertThat(draft.movements().stream().map(Movement::quantity).reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(progress.picked().values().stream().reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(Quantity.of(progress.unitsPacked()));
    }

    private static TaskId task(Draft draft) {
        TaskId task = draft.task();
        assertThat(task).isNotNull();
        return task;
    }

    @Test
    void receivingMovesWhatItCounts() {
        Drawn.each(200, drawn -> {
            Floor floor = floor(drawn.yes());
            RandomWalk.of(new ReceivingFlow(), floor, moves(drawn, 90), (desk, input) -> {
                List<Act.GoodsReceived> received = floor.acts(Act.GoodsReceived.class);
                assertThat(received).extracting(Act.GoodsReceived::plate).doesNotHaveDuplicates();
                assertThat(received)
                        .allMatch(act -> act.condition() == Act.Condition.GOOD
                                || !act.reason().isEmpty());
                assertThat(received)
                        .allMatch(act -> act.line() != 0 || act.reason().contains("NOT_ANNOUNCED"));
                assertThat(floor.movements())
                        .extracting(Movement::quantity)
                        .isEqualTo(received.stream()
                                .map(Act.GoodsReceived::quantity)
                                .toList());
            });
        });
    }

    @Test
    void putawayMovesEachPlateOnceToTheRightKindOfPlace() {
        Drawn.each(100, drawn -> {
            List<Integer> moves = moves(drawn, 60);
            Floor floor = floor(false);
            RandomWalk.of(new ReceivingFlow(), floor, moves, (desk, input) -> {});
            if (drawn.yes()) {
                floor.lagging();
            }
            RandomWalk.of(new PutawayFlow(), floor, moves.reversed(), (desk, input) -> {
                assertThat(floor.acts(Act.PutAway.class))
                        .extracting(Act.PutAway::plate)
                        .doesNotHaveDuplicates();
                for (Movement movement : floor.movements()) {
                    assertThat(movement.to()).isNotEqualTo(new Place(Place.Kind.LOCATION, "DOCK"));
                }
            });
        });
    }

    @Test
    void signInTakesAnything() {
        Drawn.each(100, drawn -> {
            Floor floor = floor(drawn.yes());
            RandomWalk.of(
                    new SignInFlow(),
                    floor,
                    moves(drawn, 40),
                    (desk, input) -> assertThat(floor.movements()).isEmpty());
        });
    }

    private static List<Integer> moves(Drawn drawn, int most) {
        return drawn.list(0, most, () -> drawn.between(0, LAST));
    }

    private static Floor floor(boolean lags) {
        Floor floor = Floors.empty()
                .with(Floors.asn())
                .with(Floors.shipment(1))
                .with(Floors.shipment(2))
                .with(Floors.shipment(3));
        return lags ? floor.lagging() : floor;
    }
}
