package dev.dockhand.station;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.order.Party;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.CutOffTime;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Lease;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small warehouse for the tests, and acts in it. */
public final class Shop {

    public static final StationId STATION = new StationId("S04");
    public static final OperatorId KIM = new OperatorId("op-1");
    public static final String KIMS_PIN = "246810";
    public static final PinPepper PEPPER = PinPepper.random(new Random(13));
    private static final String KIMS_HASH = PinHash.of(KIMS_PIN, PEPPER, new Random(13));
    public static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");
    public static final AsnId NOTICE = new AsnId("b/ASN-1");

    private Shop() {}

    public static ItemId itemId(int i) {
        return new ItemId("b/SKU-%06d".formatted(i));
    }

    public static String gtin(int i) {
        return "%014d".formatted(8_800_000_000_000L + i);
    }

    public static Item item(int i) {
        return new Item(
                itemId(i), "상품 " + i, "Item " + i, List.of(gtin(i), "B" + i), false, false, Grams.of(100 + i % 50), "");
    }

    public static LocationCode rack(int i) {
        return new LocationCode("A-%02d".formatted(i));
    }

    public static List<Feed.Change> basics(int items) {
        List<Feed.Change> changes = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            changes.add(new Feed.ItemChanged(item(i)));
        }
        for (int i = 0; i < 5; i++) {
            changes.add(new Feed.LocationChanged(new Location(rack(i), "A", Location.Kind.STORAGE, 10 - i)));
            changes.add(new Feed.StockChanged(new StockBalance(Place.of(rack(i)), Goods.of(itemId(i)), 100)));
        }
        changes.add(
                new Feed.OperatorChanged(new Operator(KIM, "김민지", "BADGE-1", KIMS_HASH, Operator.Role.PICKER, true)));
        changes.add(new Feed.AsnChanged(new Asn(
                NOTICE,
                "Supplier",
                LocalDate.of(2026, 11, 24),
                List.of(
                        new Asn.Line(1, Goods.of(itemId(0)), Quantity.of(500), Quantity.ZERO),
                        new Asn.Line(2, Goods.of(itemId(1)), Quantity.of(500), Quantity.ZERO)),
                false)));
        return changes;
    }

    public static TaskId task(int i) {
        return new TaskId("task-" + i);
    }

    public static ShipmentTask work(int i) {
        List<PickLine> lines = List.of(line(1, i % 5, 3), line(2, (i + 1) % 5, 2));
        return new ShipmentTask(
                task(i),
                new ShipmentId("O-%d.1".formatted(i)),
                new OrderId("b/O-" + i),
                new Lease(0, STATION, NOON),
                TaskStage.RELEASED,
                0,
                null,
                new CarrierCode("CJ"),
                "standard",
                "4W23",
                new WaybillNumber("6329123%05d".formatted(i)),
                NOON.plusSeconds(60L * i),
                new Party("Shop", "02-000-0000", "04524", "Seoul"),
                new Party("Hong Gildong " + i, "010-1234-5678", "06236", "Gangnam " + i),
                "leave at the door",
                lines);
    }

    private static PickLine line(int number, int place, int units) {
        return new PickLine(
                number, Goods.of(itemId(place)), rack(place), Quantity.of(units), Quantity.ZERO, Quantity.ZERO);
    }

    public static Draft of(ShipmentTask task, Act act, Movement... movements) {
        return new Draft(KIM, task.id(), task.lease().token(), act, List.of(movements));
    }

    public static Draft pick(ShipmentTask task, int lineNumber, int units) {
        PickLine line = task.lines().get(lineNumber - 1);
        ToteCode tote = new ToteCode("T-" + task.id().value());
        Quantity quantity = Quantity.of(units);
        return of(
                task,
                new Act.Picked(line.line(), Goods.of(line.item()), quantity, line.location(), tote),
                new Movement(Goods.of(line.item()), quantity, Place.of(line.location()), Place.of(tote)));
    }

    public static Draft pack(ShipmentTask task, int lineNumber, int units) {
        return of(task, new Act.ItemPacked(1, task.lines().get(lineNumber - 1).item(), Quantity.of(units)));
    }

    public static Draft packedOut(ShipmentTask task) {
        return of(task, new Act.ShipmentPacked(task.order(), task.shipment(), List.of(task.waybill())));
    }

    public static LicensePlate plate(int i) {
        return new LicensePlate("3801234500%08d".formatted(i));
    }

    public static Draft receive(int plate, int line, int units, Act.Condition condition) {
        ItemId item = itemId(line - 1);
        Quantity quantity = Quantity.of(units);
        return Draft.free(
                KIM,
                new Act.GoodsReceived(NOTICE, line, Goods.of(item), quantity, condition, plate(plate), ""),
                List.of(new Movement(Goods.of(item), quantity, Place.SUPPLIER, Place.of(plate(plate)))));
    }

    public static Draft putAway(int plate, int line, int units, LocationCode to) {
        return Draft.free(
                KIM,
                new Act.PutAway(plate(plate), to),
                List.of(new Movement(
                        Goods.of(itemId(line - 1)), Quantity.of(units), Place.of(plate(plate)), Place.of(to))));
    }

    /** Units of the tote that a piece of work was picked into go to a place. */
    public static Draft putBack(ShipmentTask task, int lineNumber, int units, LocationCode to) {
        Goods goods = task.lines().get(lineNumber - 1).goods();
        ToteCode tote = new ToteCode("T-" + task.id().value());
        Quantity quantity = Quantity.of(units);
        return Draft.free(
                KIM,
                new Act.PutBack(tote, goods, quantity, to),
                List.of(new Movement(goods, quantity, Place.of(tote), Place.of(to))));
    }

    /** The warehouse with another name and another day on which a carrier leaves. */
    public static Warehouse warehouse(int number) {
        Warehouse usual = Warehouse.usual(new WarehouseId("W1"), ZoneOffset.UTC);
        CutOffTime noon =
                new CutOffTime(new CarrierCode("CJ"), "", EnumSet.of(DayOfWeek.of(1 + number % 7)), LocalTime.NOON);
        return new Warehouse(
                usual.id(),
                "number " + number,
                usual.zone(),
                usual.currency(),
                usual.companyPrefix(),
                usual.labelDpi(),
                usual.weighing(),
                List.of(noon),
                usual.holidays());
    }

    /** What the feed tells of a piece of work. */
    public static Shipment told(ShipmentTask task, TaskStage stage, @Nullable StationId holder, long token) {
        return new Shipment(
                task.id(),
                task.shipment(),
                task.order(),
                stage,
                holder,
                token,
                task.tote(),
                List.of(task.waybill()),
                null);
    }
}
