package dev.dockhand.app.flow.shift;

import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;

/** Work is handed over at the end of a shift. */
public final class ShiftEndJob extends JobDefinition {

    /** The job. */
    public ShiftEndJob() {
        super(ShiftEndFlow.ID, ShiftEndFlow::new, "menu.shift-end", "SHIFT-END", "mdral-exit_to_app");
    }

    @Override
    public Text detail(Lookup lookup) {
        return Text.of("menu.shift-end.count", ShiftEndState.free(lookup).size());
    }
}
