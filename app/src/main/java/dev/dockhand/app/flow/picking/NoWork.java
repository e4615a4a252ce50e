package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import java.util.Map;

/**
 * Nothing is left to pick.
 *
 * @param finished work that was finished here since the job was begun, with its totes
 */
record NoWork(Map<TaskId, ToteCode> finished) implements PickState {

    NoWork {
        finished = Map.copyOf(finished);
    }

    @Override
    public Decision<PickState> onChanged(Lookup lookup) {
        PickState next = Picks.next(finished, lookup);
        return next instanceof NoWork ? Decision.quiet(this) : Answers.note(next, "picking.new-work");
    }

    @Override
    public Decision<PickState> onKey(Command command, Lookup lookup) {
        if (command != Command.CONFIRM) {
            return Answers.noSuchKey(this);
        }
        return Decision.show(Picks.next(finished, lookup), Verdict.note("picking.asked-for-work"))
                .with(new Effect.WantWork(null));
    }

    @Override
    public Decision<PickState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.warn(this, "picking.nothing-to-scan");
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(FlowId.PICKING, "picking.no-work", Text.of("picking.no-work"), Command.CONFIRM)
                .withHint(Text.of("picking.no-work.hint"));
    }
}
