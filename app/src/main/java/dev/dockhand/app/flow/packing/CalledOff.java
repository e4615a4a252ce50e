package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;

/**
 * The shop called the parcel off before it was closed.
 *
 * @param parcel the parcel in hand
 */
record CalledOff(Parcel parcel) implements PackState {

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.warn(this, "common.confirm-first");
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.CONFIRM ? Packs.seen(parcel, lookup) : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        String hint = !parcel.isLabelled() ? "packing.cancelled.goods" : "packing.cancelled.label";
        return Screen.of(
                        PackingFlow.ID,
                        "packing.cancelled",
                        Text.of("packing.cancelled", parcel.task().order()),
                        Command.CONFIRM)
                .withHint(Text.of(hint))
                .withRows(parcel.rows(null, lookup), parcel.summary())
                .withForGood();
    }
}
