package dev.dockhand.app.flow.putback;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.common.StepFlow;

/** What was picked and is not wanted any more goes back to locations; it can be sold again from there. */
public final class PutBackFlow extends StepFlow<PutBackState> {

    /** Which job it is. */
    public static final FlowId ID = new FlowId("PUTBACK");

    @Override
    public FlowId id() {
        return ID;
    }

    @Override
    public PutBackState start(Lookup lookup) {
        return new ScanTote();
    }
}
