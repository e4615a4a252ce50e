package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import java.util.ArrayList;
import java.util.List;

/**
 * The item has lots, the code did not tell, and the notice announces some: which one is it, or another one? A step of its
 * own, because a keyboard leaves no room for item and choices.
 *
 * @param receipt what was counted so far
 * @param count what was scanned
 */
record ChooseLot(Receipt receipt, Count count) implements ReceivingState {

    /** No lot is called so. */
    private static final String TYPE = "(type)";

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        return AskLot.scanned(this, receipt, count, code, lookup);
    }

    @Override
    public Decision<ReceivingState> onChoice(String option, Lookup lookup) {
        if (option.equals(TYPE)) {
            return Answers.note(new AskLot(receipt, count), "receiving.lot-needed");
        }
        return receipt.lotsOf(count.item().id()).stream()
                .filter(lot -> lot.value().equals(option))
                .findFirst()
                .map(lot -> Counts.ofLot(receipt, count, lot, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(new ScanItem(receipt), "receiving.not-counted")
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Screen.Option> options = new ArrayList<>();
        receipt.lotsOf(count.item().id())
                .forEach(lot ->
                        options.add(new Screen.Option(lot.value(), Text.of("receiving.announced-lot", lot), null)));
        options.add(new Screen.Option(TYPE, Text.of("receiving.another-lot"), null));
        return Screen.of(ReceivingFlow.ID, "receiving.choose-lot", Text.of("receiving.choose-lot"), Command.BACK)
                .withHint(Text.of("receiving.choose-lot.hint"))
                .withItem(Cards.of(count.item()), null)
                .withRows(receipt.rows(count.line(), lookup), List.of())
                .withOptions(options);
    }
}
