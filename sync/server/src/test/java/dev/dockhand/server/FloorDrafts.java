package dev.dockhand.server;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;

/** What somebody does at a real station of a test. */
final class FloorDrafts {

    private static final OperatorId KIM = new OperatorId("op-1");
    private static final ItemId SKU = new ItemId("b/S-1");

    private FloorDrafts() {}

    /** Units of the first line of a notice come on a plate. */
    static Draft receipt(String plate, int units) {
        LicensePlate on = new LicensePlate(plate);
        return Draft.free(
                KIM,
                new Act.GoodsReceived(
                        new AsnId("b/ASN-1"), 1, Goods.of(SKU), Quantity.of(units), Act.Condition.GOOD, on, ""),
                List.of(moved(units, Place.SUPPLIER, Place.of(on))));
    }

    static Draft putAway(String plate, int units, String location) {
        LicensePlate from = new LicensePlate(plate);
        LocationCode to = new LocationCode(location);
        return Draft.free(KIM, new Act.PutAway(from, to), List.of(moved(units, Place.of(from), Place.of(to))));
    }

    private static Movement moved(int units, Place from, Place to) {
        return new Movement(Goods.of(SKU), Quantity.of(units), from, to);
    }

    /** Everything that makes work of one line a parcel. */
    static List<Draft> packed(ShipmentTask task) {
        PickLine line = task.lines().getFirst();
        ToteCode tote = new ToteCode("T-1");
        Quantity units = line.quantity();
        return List.of(
                picked(task, "T-1"),
                of(task, new Act.PickFinished(tote)),
                of(task, new Act.LabelPrinted(1, task.waybill(), 1, "CONFIRMED", "CLEAR", "")),
                of(
                        task,
                        new Act.ShipmentPacked(task.order(), task.shipment(), List.of(task.waybill())),
                        TestStation.move(line, units, Place.of(tote), Place.of(task.shipment()))));
    }

    /** The units of the first line are taken. */
    static Draft picked(ShipmentTask task, String into) {
        PickLine line = task.lines().getFirst();
        ToteCode tote = new ToteCode(into);
        return of(
                task,
                new Act.Picked(
                        line.line(),
                        new Goods(line.item(), line.goods().lot(), null),
                        line.quantity(),
                        line.location(),
                        tote),
                TestStation.move(line, line.quantity(), Place.of(line.location()), Place.of(tote)));
    }

    /** A unit of the first line is not where it should be. */
    static Draft shorted(ShipmentTask task) {
        PickLine line = task.lines().getFirst();
        return of(task, new Act.PickShorted(line.line(), line.item(), Quantity.ONE, line.location(), "NOT_FOUND"));
    }

    private static Draft of(ShipmentTask task, Act act, Movement... movements) {
        return new Draft(KIM, task.id(), task.lease().token(), act, List.of(movements));
    }
}
