package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import java.util.List;

/**
 * The label is on the box and is scanned there.
 *
 * @param parcel the parcel in hand
 */
record ScanBack(Parcel parcel) implements PackState {

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return Labels.scanned(this, parcel, List.of(), code, lookup);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return Labels.key(this, parcel, command);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        PackingFlow.ID,
                        "packing.scan-label",
                        Text.of("packing.scan-label", parcel.box().waybill()),
                        Command.PRINT_AGAIN,
                        Command.BACK)
                .withHint(Text.of("packing.scan-label.hint"))
                .withRows(parcel.rows(null, lookup), parcel.summary());
    }
}
