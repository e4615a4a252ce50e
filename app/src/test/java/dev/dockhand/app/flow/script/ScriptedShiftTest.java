package dev.dockhand.app.flow.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.rules.Drawn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A whole shift by the scripted operator, also with the station killed in the middle. */
class ScriptedShiftTest {

    private static final int MOST_DEEDS = 2_000;
    private static final List<FlowId> PLAN = List.of(ReceivingFlow.ID, PutawayFlow.ID, PickingFlow.ID, PackingFlow.ID);

    @Test
    void doesEveryJobToItsEnd() {
        Floor floor = floor();
        Shift shift = work(floor, Set.of());

        assertThat(floor.openAsns()).isEmpty();
        assertThat(floor.acts(Act.ReceiptClosed.class))
                .singleElement()
                .satisfies(closed -> assertThat(closed.discrepancies()).isEmpty());
        assertThat(floor.plates()).isEmpty();
        assertThat(floor.tasks()).isEmpty();
        assertThat(floor.acts(Act.ShipmentPacked.class)).hasSize(3);
        assertThat(shift.printed()).doesNotHaveDuplicates().hasSize(3 + 3);
        assertThat(unitsAt(floor, Place.Kind.TOTE)).isZero();
        assertThat(unitsAt(floor, Place.Kind.PARCEL)).isEqualTo(3 * 6);
    }

    @Test
    void killsChangeNothingButTheTimeItTakes() {
        Floor undisturbed = floor();
        work(undisturbed, Set.of());
        Drawn.each(100, drawn -> {
            Floor killed = floor();
            Shift shift = work(killed, Set.copyOf(drawn.list(0, 5, () -> drawn.between(1, 150))));

            assertThat(balance(killed)).isEqualTo(balance(undisturbed));
            assertThat(killed.acts(Act.ShipmentPacked.class))
                    .containsExactlyInAnyOrderElementsOf(undisturbed.acts(Act.ShipmentPacked.class));
            assertThat(shift.printed().stream().filter(job -> job.startsWith("waybill:")))
                    .doesNotHaveDuplicates()
                    .hasSize(3);
        });
    }

    private static Floor floor() {
        Floor floor = Floors.empty()
                .with(Floors.asn())
                .with(Floors.shipment(1))
                .with(Floors.shipment(2))
                .with(Floors.shipment(3))
                .signedIn(null);
        return floor.lagging();
    }

    private static Shift work(Floor floor, Set<Integer> kills) {
        Shift shift = new Shift(floor);
        AtomicInteger totes = new AtomicInteger();
        ScriptedOperator operator = new ScriptedOperator(
                "B-1",
                "1234",
                PLAN,
                () -> "TOTE-" + totes.incrementAndGet(),
                waybill -> shift.printed()
                        .contains("waybill:T-"
                                + waybill.value().charAt(waybill.value().length() - 1) + ":1:1"));
        for (int deed = 1; shift.take(operator.next(shift.screen(), shift.mustAnswer())); deed++) {
            assertThat(deed).as("stuck at %s", shift.screen().step()).isLessThan(MOST_DEEDS);
            if (kills.contains(deed)) {
                shift.restart();
            }
        }
        floor.settle();
        assertThat(floor.task(new TaskId("T-1"))).isPresent();
        return shift;
    }

    private static int unitsAt(Floor floor, Place.Kind kind) {
        return balance(floor).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind.name()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Units by kind of place, location and item; totes, plates and parcels by their kind only. */
    private static Map<String, Integer> balance(Floor floor) {
        Map<String, Integer> units = new TreeMap<>();
        for (Movement movement : floor.movements()) {
            units.merge(key(movement.to(), movement), movement.quantity().units(), Integer::sum);
            units.merge(key(movement.from(), movement), -movement.quantity().units(), Integer::sum);
        }
        return units;
    }

    private static String key(Place place, Movement movement) {
        String where = place.kind() == Place.Kind.LOCATION
                ? place.toString()
                : place.kind().name();
        return where + " " + movement.item() + " " + movement.goods().lot();
    }
}
