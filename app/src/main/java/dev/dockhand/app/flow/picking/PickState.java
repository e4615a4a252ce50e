package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Step;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import org.jspecify.annotations.Nullable;

/** Where picking stands. */
public sealed interface PickState extends Step<PickState>
        permits NoWork, ScanTote, ScanPlace, TakeItems, PickQuantity, PickElsewhere, PickProblem, CalledOff {

    @Override
    default PickState self() {
        return this;
    }

    /** The pick list in hand, absent when there is none or when it was called off. */
    default @Nullable Pick inHand() {
        return null;
    }

    @Override
    default @Nullable Identifier piece() {
        Pick pick = inHand();
        return pick == null ? null : pick.task().id();
    }

    @Override
    default Decision<PickState> onCancelled(TaskId task, Lookup lookup) {
        Pick pick = inHand();
        return pick != null && pick.task().id().equals(task) ? alarm(pick) : Decision.quiet(this);
    }

    @Override
    default Decision<PickState> onChanged(Lookup lookup) {
        Pick pick = inHand();
        if (pick == null || !Work.isTakenAway(pick.task(), lookup)) {
            return Decision.quiet(this);
        }
        PickState next = Picks.next(pick.round(), lookup);
        ToteCode tote = pick.tote();
        Decision<PickState> told = tote == null || !pick.hasGoods()
                ? Answers.stop(next, "picking.taken-away", pick.task().order())
                : Answers.stop(next, "picking.taken-away-goods", pick.task().order(), tote);
        return told.forGood();
    }

    /** The shop called the shipment in hand off. */
    static Decision<PickState> alarm(Pick pick) {
        Text text = Text.of("picking.called-off", pick.task().order());
        return Decision.show(new CalledOff(pick), new Verdict(Verdict.Tone.ALARM, text));
    }
}
