package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;

/**
 * Nothing is left to pick.
 *
 * @param round what was done since picking was begun
 */
record NoWork(Round round) implements PickState {

    @Override
    public Decision<PickState> onChanged(Lookup lookup) {
        PickState next = Picks.next(round, lookup);
        return next instanceof NoWork ? Decision.quiet(this) : Answers.note(next, "picking.new-work");
    }

    @Override
    public Decision<PickState> onKey(Command command, Lookup lookup) {
        if (command != Command.CONFIRM) {
            return Answers.noSuchKey(this);
        }
        return Decision.show(Picks.next(round, lookup), Verdict.note("picking.asked-for-work"))
                .with(new Effect.WantWork(null));
    }

    @Override
    public Decision<PickState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.unwanted(this, code, lookup, "picking.nothing-to-scan");
    }

    @Override
    public Decision<PickState> onChoice(String option, Lookup lookup) {
        return round.choose(this, option);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PickingFlow.ID, "picking.no-work", Text.of("picking.no-work"), Command.CONFIRM)
                .withHint(Text.of("picking.no-work.hint"))
                .withOptions(round.options());
    }
}
