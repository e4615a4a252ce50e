package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.PlateLabel;
import dev.dockhand.app.flow.common.Step;
import dev.dockhand.model.id.Identifier;
import org.jspecify.annotations.Nullable;

/** Where receiving stands. */
public sealed interface ReceivingState extends Step<ReceivingState>
        permits ChooseNotice,
                ScanItem,
                ChooseItem,
                Unannounced,
                ChooseLot,
                AskLot,
                AskExpiry,
                ConfirmOther,
                Counting,
                AskQuantity,
                AskReason,
                Review,
                CloseForGood {

    @Override
    default ReceivingState self() {
        return this;
    }

    /** What was counted of the notice in hand, absent when there is none. */
    default @Nullable Receipt receipt() {
        return null;
    }

    @Override
    default @Nullable Identifier piece() {
        Receipt receipt = receipt();
        return receipt == null ? null : receipt.asn().id();
    }

    /** Other stations may have counted goods of the same notice. */
    @Override
    default Decision<ReceivingState> onChanged(Lookup lookup) {
        return Decision.quiet(
                switch (this) {
                    case ChooseNotice step -> step;
                    case ScanItem(var receipt) -> new ScanItem(receipt.fresh(lookup));
                    case ChooseItem(var receipt, var code, var items) ->
                        new ChooseItem(receipt.fresh(lookup), code, items);
                    case Unannounced(var receipt, var count) -> new Unannounced(receipt.fresh(lookup), count);
                    case ChooseLot(var receipt, var count) -> new ChooseLot(receipt.fresh(lookup), count);
                    case AskLot(var receipt, var count) -> new AskLot(receipt.fresh(lookup), count);
                    case AskExpiry(var receipt, var count) -> new AskExpiry(receipt.fresh(lookup), count);
                    case ConfirmOther(var receipt, var count, var difference) ->
                        new ConfirmOther(receipt.fresh(lookup), count, difference);
                    case Counting(var receipt, var count) -> new Counting(receipt.fresh(lookup), count);
                    case AskQuantity(var receipt, var count) -> new AskQuantity(receipt.fresh(lookup), count);
                    case AskReason(var receipt, var count, var question) ->
                        new AskReason(receipt.fresh(lookup), count, question);
                    case Review(var receipt) -> new Review(receipt.fresh(lookup));
                    // What is agreed to is what was read.
                    case CloseForGood step -> step;
                });
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
