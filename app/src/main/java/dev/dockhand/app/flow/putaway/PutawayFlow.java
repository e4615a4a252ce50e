package dev.dockhand.app.flow.putaway;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.common.StepFlow;
import java.util.Set;

/** Plates that were received are put to locations; what can be sold can be picked from there. */
public final class PutawayFlow extends StepFlow<PutawayState> {

    /** Which job it is. */
    public static final FlowId ID = new FlowId("PUTAWAY");

    @Override
    public FlowId id() {
        return ID;
    }

    @Override
    public PutawayState start(Lookup lookup) {
        return new ScanPlate(Set.of());
    }
}
