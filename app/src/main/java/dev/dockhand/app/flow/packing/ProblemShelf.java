package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import java.util.ArrayList;
import java.util.List;

/**
 * Units of the parcel are lost, so it is not packed now: where tote and broken goods go. Nothing of it is shipped before
 * others were picked in their place.
 *
 * @param parcel the parcel in hand
 * @param hint where the goods of the last act go
 */
record ProblemShelf(Parcel parcel, Text hint) implements PackState {

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.warn(this, "common.confirm-first");
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case CONFIRM -> Packs.shelve(parcel, lookup);
            case PROBLEM -> PackProblem.of(this, parcel, lookup);
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Text> summary = new ArrayList<>(parcel.summary());
        summary.add(Text.of("packing.lost-units", parcel.lostUnits()));
        return Screen.of(
                        PackingFlow.ID,
                        "packing.problem-shelf",
                        Text.of("packing.problem-shelf", parcel.tote()),
                        Command.CONFIRM,
                        Command.PROBLEM)
                .withHint(hint)
                .withRows(parcel.rows(null, lookup), summary);
    }
}
