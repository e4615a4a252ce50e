package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Discrepancy;
import dev.dockhand.model.id.OperatorId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What differs from the notice is looked at before it is closed for good. What came as announced is closed from here, all
 * else only from a step behind, with another key.
 *
 * @param receipt what was counted
 */
record Review(Receipt receipt) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case CONFIRM ->
                receipt.discrepancies().isEmpty()
                        ? close(receipt, null, lookup)
                        : outdated(receipt, lookup)
                                .orElseGet(() -> Answers.warn(
                                        new CloseForGood(receipt.fresh(lookup)), "receiving.read-what-is-lost"));
            case BACK -> Answers.note(new ScanItem(receipt), "receiving.go-on");
            default -> Answers.noSuchKey(this);
        };
    }

    /**
     * Closes the notice for good, unless it is not what the operator has seen any more.
     *
     * @param approver the supervisor who agreed; absent where none is needed
     */
    static Decision<ReceivingState> close(Receipt seen, @Nullable OperatorId approver, Lookup lookup) {
        return outdated(seen, lookup).orElseGet(() -> closed(seen, approver, lookup));
    }

    /** What is said when another station has counted or closed the notice since the operator looked. */
    static Optional<Decision<ReceivingState>> outdated(Receipt seen, Lookup lookup) {
        Receipt now = seen.fresh(lookup);
        if (now.asn().closed()) {
            return Optional.of(Answers.warn(
                    ChooseNotice.ANY, "receiving.notice-closed", now.asn().id()));
        }
        return now.discrepancies().equals(seen.discrepancies())
                ? Optional.empty()
                : Optional.of(Answers.warn(new Review(now), "receiving.review-changed"));
    }

    private static Decision<ReceivingState> closed(Receipt seen, @Nullable OperatorId approver, Lookup lookup) {
        List<Discrepancy> differences = seen.discrepancies();
        Act act = new Act.ReceiptClosed(seen.asn().id(), differences, approver);
        Verdict verdict = differences.isEmpty()
                ? Verdict.done("receiving.closed", seen.asn().id())
                : Verdict.warn("receiving.closed-differs", seen.asn().id(), differences.size());
        ReceivingState next = ChooseNotice.ANY.without(seen.asn().id());
        return Decision.did(next, verdict, List.of(Drafts.free(lookup, act, List.of())))
                .forGood();
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Discrepancy> differences = receipt.discrepancies();
        boolean complete = differences.isEmpty();
        Text instruction = complete
                ? Text.of("receiving.review-complete", receipt.asn().id())
                : Text.of("receiving.review", receipt.asn().id(), differences.size());
        Screen screen = Screen.of(ReceivingFlow.ID, "receiving.review", instruction, Command.CONFIRM, Command.BACK)
                .withHint(Text.of(complete ? "receiving.review-complete.hint" : "receiving.review.hint"))
                .withRows(
                        receipt.countedRows(lookup),
                        differences.stream().map(d -> words(d, lookup)).toList());
        return complete ? screen.withForGood() : screen;
    }

    private static Text words(Discrepancy difference, Lookup lookup) {
        Object item = Shown.item(difference.item(), lookup);
        if (difference.line() == 0) {
            return Text.of("receiving.difference.NOT_ANNOUNCED", item, difference.quantity());
        }
        String key = "receiving.difference." + difference.kind();
        return switch (difference.kind()) {
            case OVER, SHORT, DAMAGED -> Text.of(key, item, difference.quantity());
            case OTHER_LOT ->
                Text.of(
                        key,
                        item,
                        difference.quantity(),
                        Objects.requireNonNull(difference.goods().lot()));
            case OTHER_EXPIRY ->
                Text.of(
                        key,
                        item,
                        difference.quantity(),
                        Objects.requireNonNull(difference.goods().expiry()));
        };
    }
}
