package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Figures;
import dev.dockhand.model.measure.Quantity;
import java.util.OptionalInt;

/**
 * How many more like units go into the tote at once?
 *
 * @param before the step before
 */
record PickQuantity(TakeItems before) implements PickState {

    @Override
    public Pick inHand() {
        return before.pick();
    }

    @Override
    public Decision<PickState> onEntry(String text, Lookup lookup) {
        int open = before.pick().open(before.line()).units();
        OptionalInt figure = Figures.whole(text, 1, open);
        return figure.isPresent()
                ? Picks.take(before, Quantity.of(figure.getAsInt()), lookup)
                : Answers.noFigure(this, 1, open);
    }

    @Override
    public Decision<PickState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.figureFirst(this);
    }

    @Override
    public Decision<PickState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "picking.scan-on") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Screen screen = Screen.of(PickingFlow.ID, "picking.quantity", Text.of("picking.quantity"), Command.BACK)
                .withHint(Text.of("picking.quantity.hint", before.pick().open(before.line())))
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.NUMBER, Text.of("common.units")));
        return TakeItems.withLine(screen, before.pick(), before.line(), lookup);
    }
}
