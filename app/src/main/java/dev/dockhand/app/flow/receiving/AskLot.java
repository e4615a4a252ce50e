package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.model.catalogue.Item;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The item has lots and the code did not tell: scanned, or typed.
 *
 * @param receipt what was counted so far
 * @param count what was scanned
 */
record AskLot(Receipt receipt, Count count) implements ReceivingState {

    private static final int LONGEST = 20;

    /** Asks for the lot: with the announced ones to choose from, else on a keyboard. */
    static ReceivingState of(Receipt receipt, Count count) {
        return receipt.lotsOf(count.item().id()).isEmpty() ? new AskLot(receipt, count) : new ChooseLot(receipt, count);
    }

    @Override
    public Decision<ReceivingState> onEntry(String text, Lookup lookup) {
        String lot = text.strip().toUpperCase(Locale.ROOT);
        return Codes.isName(lot, LONGEST) && lot.chars().allMatch(c -> c > ' ' && c < 127)
                ? Codes.lot(lot)
                        .map(known -> Counts.ofLot(receipt, count, known, lookup))
                        .orElseThrow()
                : Answers.warn(this, "receiving.no-lot");
    }

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        return scanned(this, receipt, count, code, lookup);
    }

    /** The code that holds the lot was scanned. */
    static Decision<ReceivingState> scanned(
            ReceivingState step, Receipt receipt, Count count, ScannedCode code, Lookup lookup) {
        if (code.lot() == null) {
            return Answers.warn(step, "receiving.lot-first");
        }
        Optional<Item> other = count.otherItem(code, lookup);
        if (other.isPresent()) {
            return Answers.warn(step, "receiving.not-this-item", other.get(), count.item());
        }
        Count known = count.withLot(Batch.spelled(code.lot(), receipt, count.item(), lookup));
        return code.expiry() != null && count.lacksExpiry()
                ? Counts.dated(receipt, known, code.expiry(), new AskExpiry(receipt, known), lookup)
                : Counts.next(receipt, known, lookup);
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        if (command != Command.BACK) {
            return Answers.noSuchKey(this);
        }
        return of(receipt, count) instanceof ChooseLot choices
                ? Answers.note(choices, "receiving.lot-needed")
                : Answers.note(new ScanItem(receipt), "receiving.not-counted");
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        ReceivingFlow.ID, "receiving.ask-lot", Text.of("receiving.ask-lot", count.item()), Command.BACK)
                .withHint(Text.of("receiving.ask-lot.hint", count.item().id()))
                .withItem(Cards.of(count.item()), null)
                .withRows(receipt.rows(count.line(), lookup), List.of())
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.CODE, null));
    }
}
