package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.PlateLabel;
import dev.dockhand.app.flow.common.Step;

/** Where receiving stands. */
public sealed interface ReceivingState extends Step<ReceivingState>
        permits ChooseNotice,
                ScanItem,
                ChooseItem,
                Unannounced,
                AskLot,
                AskExpiry,
                Counting,
                AskQuantity,
                AskReason,
                Review {

    @Override
    default ReceivingState self() {
        return this;
    }

    /** A plate whose label may not have come out is told of; the count stays, and the label is not sent again by itself. */
    @Override
    default Decision<ReceivingState> onPrinted(Input.Printed printed, Lookup lookup) {
        if (printed.outcome() == Input.Printed.Outcome.CONFIRMED || !PlateLabel.isJob(printed.job())) {
            return Decision.quiet(this);
        }
        return Decision.show(this, Verdict.warn("receiving.label-doubt", PlateLabel.plateOf(printed.job())));
    }
}
