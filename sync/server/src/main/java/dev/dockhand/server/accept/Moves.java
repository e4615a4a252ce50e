package dev.dockhand.server.accept;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.release.WorkLine;
import dev.dockhand.server.stock.StockKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event moves what such an act moves: its movements are derived from the act, from the pick list and from what lies
 * in totes and on plates, and compared. Pure.
 */
final class Moves {

    private Moves() {}

    /** What is wrong with an event's movements; nothing where they fit. */
    static Optional<String> misfit(World world, FloorEvent event) {
        return derived(world, event).or(() -> carried(world, event));
    }

    private static Optional<String> derived(World world, FloorEvent event) {
        return switch (event.act()) {
            case Act.GoodsReceived received -> exactly(event, List.of(received(received)));
            case Act.PutAway put -> exactly(event, putAway(world, put));
            case Act.Picked picked -> picked(world, event, picked);
            case Act.PickShorted shorted -> pickShorted(world, event, shorted);
            case Act.PackShorted shorted -> packShorted(world, event, shorted);
            case Act.ShipmentPacked packed -> packed(world, event, packed);
            case Act.ActUndone undone ->
                world.event(undone.undone())
                        .filter(known -> !known.undone())
                        .flatMap(known -> exactly(
                                event,
                                known.event().movements().stream()
                                        .map(Movement::reversed)
                                        .toList()));
            default -> exactly(event, List.of());
        };
    }

    private static Optional<String> exactly(FloorEvent event, List<Movement> right) {
        return Fit.unless(counted(event.movements()).equals(counted(right)), "such an act does not move what it says");
    }

    private static Map<Movement, Long> counted(List<Movement> movements) {
        Map<Movement, Long> counted = new HashMap<>();
        movements.forEach(movement -> counted.merge(movement, 1L, Long::sum));
        return counted;
    }

    private static Movement received(Act.GoodsReceived act) {
        return new Movement(act.goods(), act.quantity(), Place.SUPPLIER, Place.of(act.plate()));
    }

    /** Everything that lies on the plate. */
    private static List<Movement> putAway(World world, Act.PutAway act) {
        List<Movement> right = new ArrayList<>();
        world.evidence()
                .lyingAt(Place.of(act.plate()))
                .forEach((key, units) -> right.add(new Movement(
                        key.goods(), Quantity.of(Math.toIntExact(units)), key.place(), Place.of(act.location()))));
        return right;
    }

    private static Optional<String> picked(World world, FloorEvent event, Act.Picked act) {
        WorkLine line = line(world, event, act.line());
        return line != null && act.goods().equals(line.goods()) && holds(line, act.location(), act.quantity())
                ? exactly(event, List.of(taken(line, act.quantity(), Place.of(act.location()), Place.of(act.tote()))))
                : otherGoods(act.line());
    }

    private static Optional<String> pickShorted(World world, FloorEvent event, Act.PickShorted act) {
        WorkLine line = line(world, event, act.line());
        return line != null && act.item().equals(line.item()) && holds(line, act.location(), act.missing())
                ? exactly(event, List.of())
                : otherGoods(act.line());
    }

    private static boolean holds(WorkLine line, LocationCode location, Quantity units) {
        return location.equals(line.location()) && units.units() <= line.quantity();
    }

    private static Optional<String> otherGoods(int line) {
        return Optional.of("the pick list has other goods, or fewer, on line " + line);
    }

    private static @Nullable WorkLine line(World world, FloorEvent event, int number) {
        return world.work(event.task()).map(work -> work.lines().get(number)).orElse(null);
    }

    private static Movement taken(WorkLine line, Quantity units, Place from, Place to) {
        return new Movement(line.goods(), units, from, to);
    }

    /** Lost units leave the tote, for nowhere or for a place of damaged goods. */
    private static Optional<String> packShorted(World world, FloorEvent event, Act.PackShorted act) {
        Place to = event.movements().isEmpty()
                ? Place.CORRECTION
                : event.movements().getFirst().to();
        if (!to.equals(Place.CORRECTION) && world.evidence().kind(to) != Location.Kind.DAMAGED) {
            return Optional.of("lost units do not go to " + to);
        }
        List<Movement> right = new ArrayList<>();
        for (Act.PackShorted.Part part : act.parts()) {
            WorkLine line = line(world, event, part.line());
            if (line == null || !line.item().equals(act.item())) {
                return otherGoods(part.line());
            }
            right.add(taken(line, part.quantity(), Place.of(act.tote()), to));
        }
        return exactly(event, right);
    }

    /** Goods of the pick list leave one tote for the parcel; that the tote holds them is looked at for all acts. */
    private static Optional<String> packed(World world, FloorEvent event, Act.ShipmentPacked act) {
        Map<StockKey, Integer> listed = new HashMap<>();
        Place parcel = Place.of(act.shipment());
        world.work(event.task())
                .ifPresent(work -> work.lines()
                        .values()
                        .forEach(line ->
                                listed.merge(new StockKey(parcel, line.goods()), line.quantity(), Integer::sum)));
        for (Movement movement : event.movements()) {
            int left = listed.merge(StockKey.to(movement), -movement.quantity().units(), Integer::sum);
            if (movement.from().kind() != Place.Kind.TOTE || left < 0) {
                return Optional.of("the parcel holds what the order does not want");
            }
        }
        boolean oneTote =
                event.movements().stream().map(Movement::from).distinct().count() == 1;
        return Fit.unless(oneTote, "its goods come from no tote or from several");
    }

    /** No more leaves a tote or a plate than lies there. */
    private static Optional<String> carried(World world, FloorEvent event) {
        boolean movesNothing = event.act() instanceof Act.ActUndone undone
                && world.event(undone.undone()).filter(known -> !known.undone()).isEmpty();
        if (movesNothing) {
            return Optional.empty();
        }
        Map<StockKey, Long> after = new HashMap<>();
        for (Movement movement : event.movements()) {
            Place from = movement.from();
            if (References.isCarrier(from)) {
                StockKey key = new StockKey(from, movement.goods());
                long units = movement.quantity().units();
                if (after.merge(key, units, Long::sum) > world.evidence().lying(key)) {
                    return Optional.of("%s does not hold so much of %s".formatted(from, movement.item()));
                }
            }
        }
        return Optional.empty();
    }
}
