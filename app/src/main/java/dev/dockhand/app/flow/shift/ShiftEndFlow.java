package dev.dockhand.app.flow.shift;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.common.StepFlow;

/**
 * Everything that this station holds and has not begun goes back to the server, and so do the totes that are picked and wait for a
 * bench. What was begun stays, for whoever signs in here next.
 */
public final class ShiftEndFlow extends StepFlow<ShiftEndState> {

    /** Which job it is. */
    public static final FlowId ID = new FlowId("SHIFT_END");

    @Override
    public FlowId id() {
        return ID;
    }

    @Override
    public ShiftEndState start(Lookup lookup) {
        return new ShiftEndState();
    }
}
