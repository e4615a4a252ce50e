package dev.dockhand.app.flow.packing;

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
import java.util.OptionalInt;

/**
 * How many units are missing or damaged, where it is not all that is left?
 *
 * @param before the step before
 */
record LostQuantity(LostReason before) implements PackState {

    @Override
    public Parcel inHand() {
        return before.parcel();
    }

    private int most() {
        return before.parcel().open(before.item()).units();
    }

    @Override
    public Decision<PackState> onEntry(String text, Lookup lookup) {
        OptionalInt figure = Figures.whole(text, 1, most());
        if (figure.isEmpty()) {
            return Answers.noFigure(this, 1, most());
        }
        return before.of(Quantity.of(figure.getAsInt())).asked(lookup);
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.figureFirst(this);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? before.asked(lookup) : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Screen screen = Screen.of(
                        PackingFlow.ID, "packing.lost-quantity", Text.of("packing.lost-quantity"), Command.BACK)
                .withHint(Text.of("packing.lost-quantity.hint", most()))
                .withRows(inHand().rows(before.item(), lookup), inHand().summary())
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.NUMBER, Text.of("common.units")));
        return lookup.item(before.item())
                .map(item -> screen.withItem(Cards.of(item), null))
                .orElse(screen);
    }
}
