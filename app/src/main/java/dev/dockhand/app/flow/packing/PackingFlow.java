package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.common.StepFlow;
import java.util.List;

/**
 * What was picked is checked into a parcel unit by unit; the parcel is weighed against what it should weigh, gets its
 * waybill label, and is closed when that label is scanned on the box.
 */
public final class PackingFlow extends StepFlow<PackState> {

    /** Which job it is. */
    public static final FlowId ID = new FlowId("PACKING");

    @Override
    public FlowId id() {
        return ID;
    }

    @Override
    public PackState start(Lookup lookup) {
        return Opening.resume(lookup);
    }

    /** An undo may have brought back a parcel that was called off in between: nothing more is done to it. */
    @Override
    public Decision<PackState> on(PackState state, Input input, Lookup lookup) {
        Parcel parcel = state.inHand();
        boolean byOperator = input instanceof Input.Scanned
                || input instanceof Input.Pressed
                || input instanceof Input.Entered
                || input instanceof Input.Chosen;
        if (parcel != null && byOperator && Opening.isCalledOff(parcel, lookup)) {
            return PackState.alarm(parcel, List.of());
        }
        return super.on(state, input, lookup);
    }
}
