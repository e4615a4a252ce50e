package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pick list in hand. What was done is kept here and not looked up after each scan, because the read model may be a
 * moment behind.
 *
 * @param task the work as it was when it was begun
 * @param tote where the goods go, absent before a tote is taken
 * @param picked units by line, those before it was begun included
 * @param shorted units found missing by line
 * @param toFetch whether its tote holds goods from before and stands somewhere else
 * @param round what was done since picking was begun
 */
record Pick(
        ShipmentTask task,
        @Nullable ToteCode tote,
        Map<Integer, Quantity> picked,
        Map<Integer, Quantity> shorted,
        boolean toFetch,
        Round round) {

    Pick {
        picked = Map.copyOf(picked);
        shorted = Map.copyOf(shorted);
    }

    static Pick of(ShipmentTask task, Round round, Lookup lookup) {
        Progress progress = lookup.progress(task.id());
        boolean hasGoods = Work.hasGoods(task, progress);
        // A list of which nothing was there was finished with an empty tote, which went to other work since.
        ToteCode tote = hasGoods ? Work.tote(task, progress) : null;
        return new Pick(task, tote, progress.picked(), progress.shorted(), hasGoods, round);
    }

    Pick into(ToteCode taken) {
        return new Pick(task, taken, picked, shorted, false, round);
    }

    Pick plus(PickLine line, Quantity units) {
        return new Pick(task, tote, sum(picked, line, units), shorted, false, round);
    }

    Pick lacking(PickLine line, Quantity units) {
        return new Pick(task, tote, picked, sum(shorted, line, units), toFetch, round);
    }

    private static Map<Integer, Quantity> sum(Map<Integer, Quantity> before, PickLine line, Quantity units) {
        Map<Integer, Quantity> after = new HashMap<>(before);
        after.merge(line.line(), units, Quantity::plus);
        return after;
    }

    /** The round after this list, with its tote if it can be packed. */
    Round finishedWith(ToteCode last) {
        return round.after(task, hasGoods() && missing().isZero() ? new Round.Filled(task.order(), last) : null);
    }

    Quantity picked(PickLine line) {
        return picked.getOrDefault(line.line(), Quantity.ZERO);
    }

    Quantity shorted(PickLine line) {
        return shorted.getOrDefault(line.line(), Quantity.ZERO);
    }

    Quantity open(PickLine line) {
        int open =
                line.quantity().units() - picked(line).units() - shorted(line).units();
        return Quantity.of(Math.max(0, open));
    }

    /** A line as it is on the list, whatever place was chosen for it meanwhile. */
    PickLine own(PickLine line) {
        return task.lines().stream()
                .filter(each -> each.line() == line.line())
                .findFirst()
                .orElse(line);
    }

    /** The line that comes next in walking order; absent when the list is done. */
    Optional<PickLine> current() {
        return task.lines().stream().filter(line -> !open(line).isZero()).findFirst();
    }

    /** Whether anything lies in the tote. */
    boolean hasGoods() {
        return task.lines().stream().anyMatch(line -> !picked(line).isZero());
    }

    Quantity missing() {
        return task.lines().stream().map(this::shorted).reduce(Quantity.ZERO, Quantity::plus);
    }

    List<Screen.Row> rows(Lookup lookup) {
        int current = current().map(PickLine::line).orElse(-1);
        return task.lines().stream()
                .map(line -> new Screen.Row(
                        stateOf(line, current),
                        Text.of("picking.row", line.location(), Shown.item(line.item(), lookup)),
                        new Screen.Counter(picked(line), line.quantity())))
                .toList();
    }

    private Screen.Row.State stateOf(PickLine line, int current) {
        if (line.line() == current) {
            return Screen.Row.State.CURRENT;
        }
        if (!open(line).isZero()) {
            return Screen.Row.State.OPEN;
        }
        return shorted(line).isZero() ? Screen.Row.State.DONE : Screen.Row.State.SHORT;
    }

    List<Text> summary() {
        Text order = Text.of("picking.order", task.order());
        return tote == null ? List.of(order) : List.of(order, Text.of("picking.tote", tote));
    }
}
