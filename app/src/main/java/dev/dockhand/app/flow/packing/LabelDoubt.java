package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import java.util.List;

/**
 * Nobody knows whether the label came out: the operator looks. Nothing is printed again by itself.
 *
 * @param parcel the parcel in hand
 * @param copy which copy
 * @param reason why it was printed again; empty for the first
 */
record LabelDoubt(Parcel parcel, int copy, String reason) implements PackState {

    private static final String THERE = "LABEL_THERE";

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        return option.equals(THERE)
                ? Answers.note(new ScanBack(parcel), "packing.scan-label-now")
                : Answers.noSuchChoice(this);
    }

    @Override
    public Decision<PackState> onPrinted(Input.Printed printed, Lookup lookup) {
        return Labels.ended(this, parcel, copy, reason, printed, lookup);
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return Labels.scanned(this, parcel, List.of(Labels.seen(parcel, copy, reason, lookup)), code, lookup);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return Labels.key(this, parcel, command);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        PackingFlow.ID,
                        "packing.is-label-there",
                        Text.of("packing.is-label-there", parcel.box().waybill()),
                        Command.PRINT_AGAIN,
                        Command.BACK)
                .withHint(Text.of("packing.is-label-there.hint"))
                .withRows(parcel.rows(null, lookup), parcel.summary())
                .withOptions(List.of(PrintReason.option(THERE)));
    }
}
