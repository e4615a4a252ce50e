package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.common.StepFlow;

/** Goods of a notice are counted onto license plates; at the end the notice is closed with what differs. */
public final class ReceivingFlow extends StepFlow<ReceivingState> {

    /** Which job it is. */
    public static final FlowId ID = new FlowId("RECEIVING");

    @Override
    public FlowId id() {
        return ID;
    }

    @Override
    public ReceivingState start(Lookup lookup) {
        return ChooseNotice.ANY;
    }
}
