package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.common.Figures;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import java.util.OptionalInt;

/**
 * The figure for the plate is entered.
 *
 * @param receipt what was counted so far
 * @param count what is being counted
 */
record AskQuantity(Receipt receipt, Count count) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onEntry(String text, Lookup lookup) {
        OptionalInt figure = Figures.whole(text, 1, Count.MOST);
        if (figure.isEmpty()) {
            return Answers.noFigure(this, 1, Count.MOST);
        }
        Count counted = count.withQuantity(Quantity.of(figure.getAsInt()));
        return Answers.note(new Counting(receipt, counted), "receiving.count-or-confirm", counted.quantity());
    }

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.figureFirst(this);
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(new Counting(receipt, count), "receiving.count-or-confirm", count.quantity())
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(ReceivingFlow.ID, "receiving.quantity", Text.of("receiving.quantity"), Command.BACK)
                .withHint(Text.of("receiving.quantity.hint"))
                .withItem(Cards.of(count.item(), null, count.lot(), count.expiry()), null)
                .withRows(receipt.rows(count.line(), lookup), List.of())
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.NUMBER, Text.of("common.units")));
    }
}
