package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;

/**
 * The closed box lies on the scale, or will soon.
 *
 * @param parcel the parcel in hand
 */
record Weighing(Parcel parcel) implements PackState {

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onWeight(Input.Weighed weighed, Lookup lookup) {
        return Weighings.judge(this, parcel, weighed, lookup);
    }

    @Override
    public Decision<PackState> onNoWeight(Input.NotWeighed notWeighed, Lookup lookup) {
        PackState next = notWeighed.passing() ? this : new TypeWeight(parcel, notWeighed.reason());
        return Decision.show(next, Verdict.warn(notWeighed.reason()));
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.warn(this, "packing.weigh-first");
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case CONFIRM -> Weighings.again(parcel);
            case QUANTITY -> Answers.note(new TypeWeight(parcel, null), "packing.enter-weight");
            case BACK ->
                parcel.isComplete()
                        ? Packs.setAside(parcel)
                        : Answers.note(new PackItems(parcel, null), "packing.scan-on");
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        PackingFlow.ID,
                        "packing.weigh",
                        Text.of("packing.weigh"),
                        Command.CONFIRM,
                        Command.QUANTITY,
                        Command.BACK)
                .withHint(Text.of("packing.weigh.hint"))
                .withRows(parcel.rows(null, lookup), Weighings.summary(parcel, lookup))
                .withScale();
    }
}
