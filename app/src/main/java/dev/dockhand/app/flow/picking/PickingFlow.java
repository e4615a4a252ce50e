package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.common.StepFlow;
import dev.dockhand.app.flow.common.Work;

/** The most urgent order is picked into a tote, line by line; what is missing is told with a reason. */
public final class PickingFlow extends StepFlow<PickState> {

    /** Which job it is. */
    public static final FlowId ID = new FlowId("PICKING");

    @Override
    public FlowId id() {
        return ID;
    }

    @Override
    public PickState start(Lookup lookup) {
        return Picks.next(Round.NEW, lookup);
    }

    /** An undo may have brought back a list that was called off in between: nothing more is picked for it. */
    @Override
    public Decision<PickState> on(PickState state, Input input, Lookup lookup) {
        Pick pick = state.inHand();
        boolean byOperator = input instanceof Input.Scanned
                || input instanceof Input.Pressed
                || input instanceof Input.Entered
                || input instanceof Input.Chosen;
        if (pick != null
                && byOperator
                && Work.isCalledOff(pick.task(), lookup.progress(pick.task().id()))) {
            return PickState.alarm(pick);
        }
        return super.on(state, input, lookup);
    }
}
