package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Discrepancy;
import java.util.List;
import java.util.Set;

/**
 * What differs from the notice is looked at before it is closed for good.
 *
 * @param receipt what was counted
 */
record Review(Receipt receipt) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case CONFIRM -> close(lookup);
            case BACK -> Answers.note(new ScanItem(receipt), "receiving.go-on");
            default -> Answers.noSuchKey(this);
        };
    }

    private Decision<ReceivingState> close(Lookup lookup) {
        Receipt now = receipt.fresh(lookup);
        if (now.asn().closed()) {
            return Answers.warn(
                    new ChooseNotice(Set.of()),
                    "receiving.notice-closed",
                    now.asn().number());
        }
        List<Discrepancy> differences = now.discrepancies();
        if (!differences.equals(receipt.discrepancies())) {
            return Answers.warn(new Review(now), "receiving.review-changed");
        }
        Act act = new Act.ReceiptClosed(receipt.asn().number(), differences);
        Verdict verdict = differences.isEmpty()
                ? Verdict.done("receiving.closed", receipt.asn().number())
                : Verdict.done("receiving.closed-differs", receipt.asn().number(), differences.size());
        ReceivingState next = new ChooseNotice(Set.of()).without(receipt.asn().number());
        return Decision.did(next, verdict, List.of(Drafts.free(lookup, act, List.of())))
                .forGood();
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Discrepancy> differences = receipt.discrepancies();
        Text instruction = differences.isEmpty()
                ? Text.of("receiving.review-complete", receipt.asn().number())
                : Text.of("receiving.review", receipt.asn().number(), differences.size());
        return Screen.of(FlowId.RECEIVING, "receiving.review", instruction, Command.CONFIRM, Command.BACK)
                .withHint(Text.of("receiving.review.hint"))
                .withRows(
                        receipt.rows(-1, lookup),
                        differences.stream().map(d -> words(d, lookup)).toList());
    }

    private static Text words(Discrepancy difference, Lookup lookup) {
        Object item = Shown.item(difference.sku(), lookup);
        return difference.line() == 0
                ? Text.of("receiving.difference.NOT_ANNOUNCED", item, difference.quantity())
                : Text.of("receiving.difference." + difference.kind(), item, difference.quantity());
    }
}
