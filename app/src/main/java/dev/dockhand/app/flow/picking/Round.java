package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.ShipmentTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done since picking was begun.
 *
 * @param finished work that was finished, with how many lines it had then; the read model may be a moment behind
 * @param last what was picked last and waits to be packed, absent when nothing does
 */
record Round(Map<TaskId, Integer> finished, @Nullable Filled last) {

    static final Round NEW = new Round(Map.of(), null);

    private static final String PACK = "PACK";

    Round {
        finished = Map.copyOf(finished);
    }

    /**
     * An order in its tote.
     *
     * @param order order
     * @param tote where its goods are
     */
    record Filled(OrderId order, ToteCode tote) {}

    Round after(ShipmentTask task, @Nullable Filled filled) {
        Map<TaskId, Integer> more = new HashMap<>(finished);
        more.put(task.id(), task.lines().size());
        return new Round(more, filled);
    }

    /** Whether nothing is to be picked of it. Lines are added where units are found in the place of missing ones. */
    boolean isFinished(ShipmentTask task) {
        return task.lines().size() <= finished.getOrDefault(task.id(), 0);
    }

    /** Offers to pack what was picked last, here and at once. */
    List<Screen.Option> options() {
        return last == null
                ? List.of()
                : List.of(new Screen.Option(
                        PACK, Text.of("picking.pack-now", last.order()), Text.of("picking.tote", last.tote())));
    }

    /** The operator takes the offer: packing begins as if the tote was scanned there. */
    Decision<PickState> choose(PickState state, String option) {
        return last != null && option.equals(PACK)
                ? Decision.quiet(state)
                        .with(new Effect.GoTo(
                                PackingFlow.ID,
                                new Input.Scanned(ScannedCode.plain(last.tote().value()))))
                : Answers.noSuchChoice(state);
    }
}
