package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Figures;
import dev.dockhand.model.measure.Grams;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The scale has no weight to give: it is read elsewhere and typed. A weight that comes after all is taken.
 *
 * @param parcel the parcel in hand
 * @param reason key of the text that says why the scale gives none; absent when the operator chose to type
 */
record TypeWeight(Parcel parcel, @Nullable String reason) implements PackState {

    private static final String KEYPAD = "keypad";

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onEntry(String text, Lookup lookup) {
        OptionalInt grams = Figures.whole(text, 1, Weighings.HEAVIEST);
        return grams.isPresent()
                ? Weighings.judge(this, parcel, new Input.Weighed(Grams.of(grams.getAsInt()), "", KEYPAD), lookup)
                : Answers.noFigure(this, 1, Weighings.HEAVIEST);
    }

    @Override
    public Decision<PackState> onWeight(Input.Weighed weighed, Lookup lookup) {
        return Weighings.judge(this, parcel, weighed, lookup);
    }

    @Override
    public Decision<PackState> onNoWeight(Input.NotWeighed notWeighed, Lookup lookup) {
        return Decision.quiet(new TypeWeight(parcel, notWeighed.reason()));
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.figureFirst(this);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK || command == Command.CONFIRM
                ? Weighings.again(parcel)
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PackingFlow.ID, "packing.type-weight", Text.of("packing.type-weight"), Command.BACK)
                .withHint(reason == null ? Text.of("packing.type-weight.hint") : Text.of(reason))
                .withRows(parcel.rows(null, lookup), Weighings.summary(parcel, lookup))
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.NUMBER, Text.of("common.grams")));
    }
}
