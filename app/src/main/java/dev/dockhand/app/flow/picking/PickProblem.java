package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.PickLine;
import java.util.List;

/**
 * Why can the rest of the line not be picked?
 *
 * @param pick the list in hand
 * @param tote the tote in hand
 * @param line the line that is being picked
 * @param before the step before
 */
record PickProblem(Pick pick, ToteCode tote, PickLine line, PickState before) implements PickState {

    private static final List<String> REASONS =
            List.of("NOT_FOUND", "TOO_FEW", "DAMAGED", "EXPIRED", "WRONG_STOCK", "NO_ACCESS");

    @Override
    public Pick inHand() {
        return pick;
    }

    @Override
    public Decision<PickState> onChoice(String option, Lookup lookup) {
        return REASONS.contains(option) ? Picks.lack(pick, tote, line, option, lookup) : Answers.noSuchChoice(this);
    }

    @Override
    public Decision<PickState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "picking.scan-on") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        // Without the item's card: the choices need its room, and the row of the line tells item and place.
        return Screen.of(PickingFlow.ID, "picking.problem", Text.of("picking.problem", pick.open(line)), Command.BACK)
                .withHint(Text.of("picking.problem.hint"))
                .withOptions(REASONS.stream()
                        .map(reason -> new Screen.Option(reason, Text.of("picking.reason." + reason), null))
                        .toList())
                .withRows(pick.rows(lookup), pick.summary());
    }
}
