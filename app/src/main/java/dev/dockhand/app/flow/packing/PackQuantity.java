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
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;
import java.util.OptionalInt;

/**
 * How many more like units go into the parcel at once?
 *
 * @param before the step before
 * @param item the item that was scanned last
 */
record PackQuantity(PackItems before, ItemId item) implements PackState {

    @Override
    public Parcel inHand() {
        return before.parcel();
    }

    @Override
    public Decision<PackState> onEntry(String text, Lookup lookup) {
        int open = before.parcel().open(item).units();
        OptionalInt figure = Figures.whole(text, 1, open);
        return figure.isPresent()
                ? Packs.pack(before.parcel(), item, Quantity.of(figure.getAsInt()), lookup)
                : Answers.noFigure(this, 1, open);
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.figureFirst(this);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "packing.scan-on") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Parcel parcel = before.parcel();
        Screen screen = Screen.of(PackingFlow.ID, "packing.quantity", Text.of("packing.quantity"), Command.BACK)
                .withHint(Text.of("packing.quantity.hint", parcel.open(item)))
                .withRows(parcel.rows(item, lookup), parcel.summary())
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.NUMBER, Text.of("common.units")));
        return lookup.item(item)
                .map(shown ->
                        screen.withItem(Cards.of(shown), new Screen.Counter(parcel.packed(item), parcel.picked(item))))
                .orElse(screen);
    }
}
