package dev.dockhand.app.flow.putback;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Figures;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many units are in hand?
 *
 * @param before the step before
 */
record CarryQuantity(Carry before) implements PutBackState {

    @Override
    public Identifier piece() {
        return before.tote();
    }

    @Override
    public Decision<PutBackState> onEntry(String text, Lookup lookup) {
        int lying = before.lying(lookup);
        OptionalInt figure = Figures.whole(text, 1, lying);
        if (figure.isEmpty()) {
            return Answers.noFigure(this, 1, lying);
        }
        Quantity units = Quantity.of(figure.getAsInt());
        return Answers.note(
                new Carry(before.tote(), before.goods(), units),
                "putback.carried",
                units,
                Shown.item(before.goods().item(), lookup));
    }

    @Override
    public Decision<PutBackState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.figureFirst(this);
    }

    @Override
    public Decision<PutBackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "putback.carry-on") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Screen screen = Screen.of(PutBackFlow.ID, "putback.quantity", Text.of("putback.quantity"), Command.BACK)
                .withHint(Text.of("putback.quantity.hint", before.lying(lookup)))
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.NUMBER, Text.of("common.units")));
        return before.withCard(screen, List.of(), lookup);
    }
}
