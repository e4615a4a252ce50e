package dev.dockhand.app.flow.putaway;

import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Codes;

/** What came in is put to its places. */
public final class PutawayJob extends JobDefinition {

    /** The job. */
    public PutawayJob() {
        super(PutawayFlow.ID, PutawayFlow::new, "menu.putaway", "PUT_AWAY", "mdrmz-place");
    }

    @Override
    public Text detail(Lookup lookup) {
        return Text.of("menu.putaway.count", lookup.plates().size());
    }

    @Override
    public boolean opensBy(ScannedCode code, Lookup lookup) {
        return Codes.plate(code).flatMap(lookup::plate).isPresent();
    }
}
