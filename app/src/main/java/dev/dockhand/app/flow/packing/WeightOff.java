package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.measure.Grams;

/**
 * The parcel does not weigh what it should: checked and weighed again, or accepted for a reason.
 *
 * @param parcel the parcel in hand
 * @param weighed the weight that was captured
 * @param expected the weight that it should have
 */
record WeightOff(Parcel parcel, Input.Weighed weighed, Grams expected) implements PackState {

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case BACK -> Weighings.again(parcel);
            case CONFIRM -> Answers.note(new WeightReason(this, null), "packing.why-off");
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        PackingFlow.ID,
                        "packing.weight-off",
                        Text.of("packing.weight-off", weighed.grams(), expected),
                        Command.BACK,
                        Command.CONFIRM)
                .withHint(Weighings.words(this, lookup))
                .withRows(parcel.rows(null, lookup), parcel.summary())
                .withScale()
                .withForGood();
    }
}
