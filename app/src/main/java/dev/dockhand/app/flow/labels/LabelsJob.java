package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;

/** Badges and location labels are printed. */
public final class LabelsJob extends JobDefinition {

    /** The job. */
    public LabelsJob() {
        super(LabelsFlow.ID, LabelsFlow::new, "menu.labels", "LABELS", "mdral-label");
    }

    @Override
    public Text detail(Lookup lookup) {
        return Text.of("menu.labels.detail");
    }
}
