package dev.dockhand.app.flow.putaway;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.PlateLabel;
import dev.dockhand.app.flow.common.Step;

/** Where putaway stands. */
public sealed interface PutawayState extends Step<PutawayState> permits ScanPlate, ScanLocation {

    @Override
    default PutawayState self() {
        return this;
    }

    /** A label that may not have come out is told of; it is not sent again by itself. */
    @Override
    default Decision<PutawayState> onPrinted(Input.Printed printed, Lookup lookup) {
        if (printed.outcome() == Input.Printed.Outcome.CONFIRMED || !PlateLabel.isJob(printed.job())) {
            return Decision.quiet(this);
        }
        return Decision.show(this, Verdict.warn("putaway.label-doubt", PlateLabel.plateOf(printed.job())));
    }
}
