package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
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
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Lease;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small floor that every test knows by heart. */
public final class Floors {

    /** GTINs as a scan gives them. */
    public static final String CREAM_CODE = "08801234000011";

    public static final String PAD_CODE = "08801234000028";
    public static final String SERUM_CODE = "08801234000035";
    /** Both hand creams carry it. */
    public static final String TWIN_CODE = "TWIN";

    public static final Item CREAM = item("CREAM", "수분크림 50ml", "Moisture cream 50 ml", 120, CREAM_CODE);
    public static final Item PAD = item("PAD", "토너 패드 70매", "Toner pad, 70 sheets", 310, PAD_CODE);
    public static final Item UNWEIGHED = item("STICK", "선스틱", "Sun stick", 0, "STICK-1");
    public static final Item TWIN_A = item("HAND-A", "핸드크림 장미", "Hand cream rose", 60, TWIN_CODE);
    public static final Item TWIN_B = item("HAND-B", "핸드크림 라임", "Hand cream lime", 60, TWIN_CODE);
    public static final Item SERUM = new Item(
            new ItemId("b/SERUM"),
            "비타민 세럼",
            "Vitamin serum",
            List.of(SERUM_CODE),
            true,
            true,
            Grams.of(90),
            "white cap");

    public static final Lot LOT = new Lot("2611A");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Warehouse WAREHOUSE = Warehouse.usual(new WarehouseId("W1"), ZoneOffset.UTC);
    public static final Instant NOW = Instant.parse("2026-11-23T14:02:00Z");
    public static final LocalDate EXPIRY = LocalDate.of(2028, 3, 31);

    public static final Operator MINJI =
            new Operator(new OperatorId("minji"), "김민지", "B-1", "hash of 1234", Operator.Role.PICKER, true);
    public static final Operator BOSS =
            new Operator(new OperatorId("boss"), "이정은", "B-7", "hash of 777777", Operator.Role.SUPERVISOR, true);
    public static final Operator GONE =
            new Operator(new OperatorId("gone"), "박철수", "B-9", "hash of 9999", Operator.Role.PICKER, false);

    public static final LocationCode A1 = new LocationCode("A-01");
    public static final LocationCode A2 = new LocationCode("A-02");
    public static final LocationCode BROKEN = new LocationCode("D-01");

    private Floors() {}

    /** Catalogue, locations and people; somebody is signed in. */
    public static Floor empty() {
        return new Floor()
                .with(CREAM)
                .with(PAD)
                .with(SERUM)
                .with(UNWEIGHED)
                .with(TWIN_A)
                .with(TWIN_B)
                .with(new Location(A1, "A", Location.Kind.STORAGE, 1))
                .with(new Location(A2, "A", Location.Kind.STORAGE, 2))
                .with(new Location(BROKEN, "D", Location.Kind.DAMAGED, 8))
                .with(new Location(new LocationCode("DOCK"), "X", Location.Kind.DOCK, 9))
                .with(new Location(new LocationCode("COLD"), "X", Location.Kind.UNKNOWN, 10))
                .with(MINJI)
                .with(BOSS)
                .with(GONE)
                .signedIn(MINJI);
    }

    /** A notice: 10 creams, 5 serums of an announced lot, 3 rose hand creams. */
    public static Asn asn() {
        return new Asn(
                new AsnId("b/ASN-1"),
                "서울화장품",
                TODAY,
                List.of(
                        new Asn.Line(1, Goods.of(CREAM.id()), Quantity.of(10), Quantity.ZERO),
                        new Asn.Line(2, new Goods(SERUM.id(), LOT, EXPIRY), Quantity.of(5), Quantity.ZERO),
                        new Asn.Line(3, Goods.of(TWIN_A.id()), Quantity.of(3), Quantity.ZERO)),
                false);
    }

    /** A shipment: 2 creams and 1 serum from A-01, 3 pads from A-02. */
    public static ShipmentTask shipment(int number) {
        return shipment(
                number,
                line(1, CREAM, null, A1, 2),
                new PickLine(2, new Goods(SERUM.id(), LOT, EXPIRY), A1, Quantity.ONE, Quantity.ZERO, Quantity.ZERO),
                line(3, PAD, null, A2, 3));
    }

    /** A shipment of these lines. */
    public static ShipmentTask shipment(int number, PickLine... lines) {
        return shipment(number, 7, List.of(lines));
    }

    /** The shipment with the usual lines, under another lease. */
    public static ShipmentTask shipmentUnder(long token, int number) {
        return shipment(number, token, shipment(number).lines());
    }

    private static ShipmentTask shipment(int number, long token, List<PickLine> lines) {
        return new ShipmentTask(
                new TaskId("T-" + number),
                new ShipmentId("S-" + number),
                new OrderId("b/O-" + number),
                new Lease(token, new StationId("ST-1"), Instant.EPOCH),
                TaskStage.RELEASED,
                0,
                null,
                new CarrierCode("CJ"),
                "standard",
                "A12-3",
                new WaybillNumber("63291234567" + number),
                Instant.EPOCH.plusSeconds(number),
                new Party("데모 스토어", "02-555-0100", "10881", "파주시 문발로 100"),
                new Party("김민준", "010-1234-5678", "06236", "서울 강남구 테헤란로 152"),
                "부재 시 문 앞",
                lines);
    }

    /** The same work for another order. */
    public static ShipmentTask ordered(ShipmentTask task, OrderId order) {
        return new ShipmentTask(
                task.id(),
                task.shipment(),
                order,
                task.lease(),
                task.stage(),
                task.basedOnSeq(),
                task.tote(),
                task.carrier(),
                task.service(),
                task.routing(),
                task.waybill(),
                task.cutOff(),
                task.sender(),
                task.recipient(),
                task.message(),
                task.lines());
    }

    /** A shipment that this station does not hold, as the feed tells it. */
    public static Shipment elsewhere(int number, TaskStage stage, @Nullable StationId holder, @Nullable String tote) {
        boolean ended = stage == TaskStage.PACKED || stage == TaskStage.CANCELLED;
        return new Shipment(
                new TaskId("T-" + number),
                new ShipmentId("S-" + number),
                new OrderId("b/O-" + number),
                stage,
                holder,
                7,
                tote == null ? null : new ToteCode(tote),
                List.of(new WaybillNumber("63291234567" + number)),
                ended ? new Shipment.Closing(NOW, stage == TaskStage.PACKED ? MINJI.id() : null) : null);
    }

    /** The same work in a newer list of leases. */
    public static ShipmentTask basedOn(ShipmentTask task, long seq) {
        return task.listed(seq, task.lines());
    }

    /** A line of a pick list. */
    public static PickLine line(int line, Item item, @Nullable Lot lot, LocationCode location, int quantity) {
        return new PickLine(
                line, new Goods(item.id(), lot, null), location, Quantity.of(quantity), Quantity.ZERO, Quantity.ZERO);
    }

    private static Item item(String sku, String ko, String en, int grams, String barcode) {
        return new Item(
                new ItemId("b/" + sku),
                ko,
                en,
                List.of(barcode),
                false,
                false,
                grams == 0 ? null : Grams.of(grams),
                "");
    }
}
