package dev.dockhand.hardware.canary;

import dev.dockhand.model.canary.ModelThatKnowsJUnit;

/** Breaks the rule that hardware knows no order. */
public final class HardwareThatKnowsTheModel {
    public Object order() {
        return new ModelThatKnowsJUnit();
    }
}
