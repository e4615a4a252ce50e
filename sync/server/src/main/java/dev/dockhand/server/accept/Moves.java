package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.release.WorkLine;
import dev.dockhand.server.stock.StockKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event says that it moved: compared with what its handler derives from the act, from the pick list and from what lies in
 * totes and on plates. Pure.
 *
 * @param world what is known
 * @param event the event
 */
record Moves(World world, FloorEvent event) {

    /** What is wrong with an event's movements; nothing where they fit. */
    static Optional<String> misfit(World world, FloorEvent event) {
        Moves moves = new Moves(world, event);
        return ActHandler.of(event.act()).moves(moves).or(moves::carried);
    }

    Optional<String> nothing() {
        return exactly(List.of());
    }

    Optional<String> exactly(List<Movement> right) {
        return Fit.unless(counted(event.movements()).equals(counted(right)), "such an act does not move what it says");
    }

    private static Map<Movement, Long> counted(List<Movement> movements) {
        Map<Movement, Long> counted = new HashMap<>();
        movements.forEach(movement -> counted.merge(movement, 1L, Long::sum));
        return counted;
    }

    static Optional<String> otherGoods(int line) {
        return Optional.of("the pick list has other goods, or fewer, on line " + line);
    }

    Optional<Work> work() {
        return world.work(event.task());
    }

    @Nullable
    WorkLine line(int number) {
        return work().map(work -> work.lines().get(number)).orElse(null);
    }

    static Movement taken(WorkLine line, Quantity units, Place from, Place to) {
        return new Movement(line.goods(), units, from, to);
    }

    /** No more leaves a tote or a plate than lies there. */
    private Optional<String> carried() {
        if (event.act() instanceof Act.ActUndone undone
                && new Undo(undone).standing(world).isEmpty()) {
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
