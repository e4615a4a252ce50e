package dev.dockhand.app.flow.putback;

import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Codes;

/** Goods that no order wants any more are put back. */
public final class PutBackJob extends JobDefinition {

    /** The job. */
    public PutBackJob() {
        super(PutBackFlow.ID, PutBackFlow::new, "menu.putback", "PUT_BACK", "mdral-assignment_return");
    }

    @Override
    public Text detail(Lookup lookup) {
        return Text.of("menu.putback.count", lookup.putBacks().size());
    }

    @Override
    public boolean opensBy(ScannedCode code, Lookup lookup) {
        return Codes.tote(code).flatMap(lookup::putBack).isPresent();
    }
}
