package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import java.util.List;

/**
 * The notice does not name the item: is it taken in all the same?
 *
 * @param receipt what was counted so far
 * @param count what was scanned
 */
record Unannounced(Receipt receipt, Count count) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case CONFIRM -> Counts.next(receipt, count.because(Count.NOT_ANNOUNCED), lookup);
            case BACK -> Answers.note(new ScanItem(receipt), "receiving.not-counted");
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        ReceivingFlow.ID,
                        "receiving.confirm-unannounced",
                        Text.of("receiving.confirm-unannounced", count.item()),
                        Command.CONFIRM,
                        Command.BACK)
                .withHint(Text.of(
                        "receiving.confirm-unannounced.hint", receipt.asn().id()))
                .withItem(Cards.of(count.item(), null, count.lot(), count.expiry()), null)
                .withRows(receipt.rows(-1, lookup), List.of());
    }
}
