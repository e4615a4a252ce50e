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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever comes in, nothing throws, and the rules of the house hold after every single input. */
class RandomWalkTest {

    private static final int LAST = 120_000;

    @Property(tries = 250)
    void pickingNeverTakesMoreThanIsWanted(
            @ForAll @Size(max = 90) List<@IntRange(min = 0, max = LAST) Integer> moves, @ForAll boolean lags) {
        Floor floor = floor(lags);
        RandomWalk.of(new PickingFlow(), floor, moves, (desk, input) -> {
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
        reaches("a list is finished", floor.acts(Act.PickFinished.class));
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

    @Property(tries = 400)
    void packingNeverShipsWhatWasNotPickedLabelledAndScannedBack(
            @ForAll @Size(max = 120) List<@IntRange(min = 0, max = LAST) Integer> moves, @ForAll boolean lags) {
        Floor floor = floor(lags);
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        Picked.short1(floor, Floors.shipment(2), "TOTE-2");
        floor.settle();
        Set<String> printed = new HashSet<>();
        RandomWalk.of(new PackingFlow(), floor, moves, (desk, input) -> {
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
        reaches("a parcel is closed", floor.acts(Act.ShipmentPacked.class));
        reaches("units are lost at the bench", floor.acts(Act.PackShorted.class));
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
                    units.merge(picked.sku(), picked.quantity().units(), Integer::sum);
                } else if (draft.act() instanceof Act.ItemPacked packed) {
                    units.merge(packed.sku(), -packed.quantity().units(), Integer::sum);
                    checked.merge(packed.sku(), packed.quantity().units(), Integer::sum);
                } else if (draft.act() instanceof Act.PackShorted lost) {
                    checked.forEach((sku, count) -> units.merge(sku, count, Integer::sum));
                    checked.clear();
                    units.merge(lost.sku(), -lost.quantity().units(), Integer::sum);
                }
            }
            assertThat(units.values()).allMatch(left -> left >= 0);
        }
    }

    private static void closedRightly(Floor floor, Draft draft, Act.ShipmentPacked packed, @Nullable Input input) {
        TaskId id = task(draft);
        assertThat(input).isInstanceOf(Input.Scanned.class);
        assertThat(((Input.Scanned) input).code().text())
                .isEqualTo(packed.waybill().value());
        assertThat(count(floor, id, Act.ShipmentPacked.class)).isEqualTo(1);
        assertThat(count(floor, id, Act.LabelPrinted.class)).isPositive();
        assertThat(count(floor, id, Act.CancelSeen.class)).isZero();
        Progress progress = floor.settle().progress(id);
        assertThat(progress.cancelled()).isFalse();
        assertThat(progress.lost()).as("never shipped short").isEmpty();
        assertThat(draft.movements().stream().map(Movement::quantity).reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(progress.picked().values().stream().reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(progress.packed().values().stream().reduce(Quantity.ZERO, Quantity::plus));
    }

    private static TaskId task(Draft draft) {
        TaskId task = draft.task();
        assertThat(task).isNotNull();
        return task;
    }

    @Property(tries = 200)
    void receivingMovesWhatItCounts(
            @ForAll @Size(max = 90) List<@IntRange(min = 0, max = LAST) Integer> moves, @ForAll boolean lags) {
        Floor floor = floor(lags);
        RandomWalk.of(new ReceivingFlow(), floor, moves, (desk, input) -> {
            List<Act.GoodsReceived> received = floor.acts(Act.GoodsReceived.class);
            assertThat(received).extracting(Act.GoodsReceived::plate).doesNotHaveDuplicates();
            assertThat(received)
                    .allMatch(act -> act.condition() == Act.Condition.GOOD
                            || !act.reason().isEmpty());
            assertThat(received).allMatch(act -> act.line() != 0 || act.reason().contains("NOT_ANNOUNCED"));
            assertThat(floor.movements())
                    .extracting(Movement::quantity)
                    .isEqualTo(
                            received.stream().map(Act.GoodsReceived::quantity).toList());
        });
    }

    @Property(tries = 100)
    void putawayMovesEachPlateOnceToTheRightKindOfPlace(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = LAST) Integer> moves, @ForAll boolean lags) {
        Floor floor = floor(false);
        RandomWalk.of(new ReceivingFlow(), floor, moves, (desk, input) -> {});
        if (lags) {
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
    }

    @Property(tries = 100)
    void signInTakesAnything(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = LAST) Integer> moves, @ForAll boolean lags) {
        Floor floor = floor(lags);
        RandomWalk.of(
                new SignInFlow(),
                floor,
                moves,
                (desk, input) -> assertThat(floor.movements()).isEmpty());
    }

    /** A walk that never gets anywhere proves nothing. */
    private static void reaches(String what, List<?> found) {
        Statistics.label(what)
                .collect(!found.isEmpty())
                .coverage(coverage -> coverage.check(true).count(times -> times > 0));
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
