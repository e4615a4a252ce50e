package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import java.util.List;

/**
 * A label is on its way out of the printer. Who holds it already may scan it at once.
 *
 * @param parcel the parcel in hand
 * @param copy which copy
 * @param reason why it was printed again; empty for the first
 */
record Printing(Parcel parcel, int copy, String reason) implements PackState {

    @Override
    public Parcel inHand() {
        return parcel;
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
                        "packing.take-label",
                        Text.of("packing.take-label", parcel.box().waybill()),
                        Command.PRINT_AGAIN,
                        Command.BACK)
                .withHint(Text.of("packing.take-label.hint"))
                .withRows(parcel.rows(null, lookup), parcel.summary());
    }
}
