package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.event.Act.Discrepancy;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.measure.Quantity;
import java.util.List;

/**
 * What is lost when the notice is closed with its differences, and the key that closes it: another one than the key that
 * leads here, so that no key pressed or scanned twice does it.
 *
 * @param receipt what was counted
 */
record CloseForGood(Receipt receipt) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case FINISH -> receipt.untouched().isEmpty() ? Review.close(receipt, null, lookup) : askSupervisor(lookup);
            case BACK -> Answers.note(new ScanItem(receipt), "receiving.go-on");
            default -> Answers.noSuchKey(this);
        };
    }

    /** Lines on which nobody counted anything are closed by a supervisor's word only. */
    private Decision<ReceivingState> askSupervisor(Lookup lookup) {
        return Review.outdated(receipt, lookup)
                .orElseGet(() -> Decision.<ReceivingState>show(this, Verdict.warn("receiving.supervisor-needed"))
                        .with(new Effect.AskSupervisor(Text.of(
                                "receiving.agree",
                                receipt.asn().id(),
                                receipt.untouched().size()))));
    }

    @Override
    public Decision<ReceivingState> onApproved(OperatorId supervisor, Lookup lookup) {
        return Review.close(receipt, supervisor, lookup);
    }

    @Override
    public Decision<ReceivingState> onNotApproved(Lookup lookup) {
        return Answers.note(this, "receiving.not-agreed");
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Text> untouched = receipt.untouched().stream()
                .map(line -> Text.of("receiving.untouched", Shown.item(line.item(), lookup), line.expected()))
                .toList();
        return Screen.of(ReceivingFlow.ID, "receiving.close", instruction(), Command.FINISH, Command.BACK)
                .withHint(
                        untouched.isEmpty()
                                ? Text.of("receiving.close.hint")
                                : Text.of("receiving.close-untouched.hint", untouched.size()))
                .withRows(receipt.countedRows(lookup), untouched)
                .withForGood();
    }

    private Text instruction() {
        List<Discrepancy> differences = receipt.discrepancies();
        List<Discrepancy> missing = differences.stream()
                .filter(difference -> difference.kind() == Discrepancy.Kind.SHORT)
                .toList();
        return missing.isEmpty()
                ? Text.of("receiving.close", receipt.asn().id(), differences.size())
                : Text.of(
                        "receiving.close-short",
                        missing.stream().map(Discrepancy::quantity).reduce(Quantity.ZERO, Quantity::plus),
                        missing.size());
    }
}
