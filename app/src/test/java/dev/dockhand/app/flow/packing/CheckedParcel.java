package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Picked;

/** A parcel at the bench of which every unit is checked: 2 creams, 1 serum and 3 pads. */
abstract class CheckedParcel {

    static final String WAYBILL = "632912345671";
    /** 2 creams, 1 serum, 3 pads, and the packaging. */
    static final int RIGHT = 2 * 120 + 90 + 3 * 310 + 80;

    final Floor floor =
            Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2)).with(Floors.shipment(3));
    final Desk<PackState> desk;

    CheckedParcel() {
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
        desk = Desk.open(new PackingFlow(), floor);
    }

    final Desk<PackState> checked() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE).scan(Floors.SERUM_CODE);
        return desk.scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE);
    }
}
