package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.common.StepFlow;

/** Badges and location labels are printed one after the other, and the next only once the one before came out. */
public final class LabelsFlow extends StepFlow<LabelsState> {

    /** Which job it is. */
    public static final FlowId ID = new FlowId("LABELS");

    @Override
    public FlowId id() {
        return ID;
    }

    @Override
    public LabelsState start(Lookup lookup) {
        return new ChooseKind();
    }
}
