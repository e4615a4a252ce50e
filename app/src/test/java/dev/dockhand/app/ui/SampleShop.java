package dev.dockhand.app.ui;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.order.Party;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.Lease;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A shop of cosmetics with names as long as real ones, for pictures; names that have one language only are in the picture's. */
final class SampleShop {

    static final String BADGE = "OP-1001";
    static final String NOTICE = "ASN-2611-0012";
    static final String TOTE = "T-0417";
    static final Lot LOT = new Lot("2611A");
    static final LocalDate EXPIRY = LocalDate.of(2028, 5, 31);

    static final LocationCode CREAM_PLACE = new LocationCode("A-03-2-1");
    static final LocationCode SERUM_PLACE = new LocationCode("B-12-4-3");
    static final LocationCode SUN_PLACE = new LocationCode("C-02-1-3");

    /** Some shops have no picture of some items. */
    private static final Set<String> WITHOUT_PICTURE = Set.of("CO-200", "HC-L");

    private static final int NOTICES = 14;
    private static final Instant CUT_OFF = Instant.parse("2026-11-23T07:00:00Z");

    final Item cream;
    final Item toner;
    final Item oil;
    final Item sun;
    final Item serum;
    final Item rose;
    final Item lime;
    final Operator minji;
    final Operator supervisor;
    private final boolean korean;

    SampleShop(Locale language) {
        korean = language.getLanguage().equals("ko");
        cream = item("MC-050", "수분크림 50ml", "Moisture cream 50 ml", "08801234567893", 108, false, "");
        toner = item("TP-070", "토너 패드 70매", "Toner pads 70", "08801234567817", 180, false, words("흰 뚜껑", "white cap"));
        oil = item(
                "CO-200",
                "클렌징 오일 200ml 리필 파우치 (신형)",
                "Cleansing oil 200 ml refill pouch (new design)",
                "08801234567824",
                212,
                false,
                "");
        sun = item(
                "SC-050",
                "선크림 SPF50+ PA++++ 50ml 기획세트",
                "Sun cream SPF50+ PA++++ 50 ml gift set",
                "08801234567831",
                95,
                false,
                words("노란 상자", "yellow box"));
        serum = item("VS-030", "비타민 세럼 30ml", "Vitamin serum 30 ml", "08801234567848", 66, true, "");
        rose = item("HC-R", "핸드크림 장미 30ml", "Hand cream rose 30 ml", "HAND-CREAM", 44, false, "");
        lime = item("HC-L", "핸드크림 라임 30ml", "Hand cream lime 30 ml", "HAND-CREAM", 44, false, "");
        minji = new Operator(
                new OperatorId("op-1"), words("김민지", "Minji Kim"), BADGE, "hash of 246810", Operator.Role.PICKER, true);
        supervisor = new Operator(
                new OperatorId("op-7"),
                words("이정은", "Jungeun Lee"),
                "OP-1007",
                "hash of 135791",
                Operator.Role.SUPERVISOR,
                true);
    }

    String words(String ko, String en) {
        return korean ? ko : en;
    }

    private static Item item(String sku, String ko, String en, String barcode, int grams, boolean lots, String note) {
        Item item = new Item(new ItemId("cosmo/" + sku), ko, en, List.of(barcode), lots, lots, Grams.of(grams), note);
        return sku.startsWith("RP-") || WITHOUT_PICTURE.contains(sku)
                ? item
                : item.withPicture(SamplePictures.of(en, note));
    }

    /** Catalogue, places and people; Minji is signed in. */
    Floor floor() {
        Floor floor = new Floor()
                .with(new Location(CREAM_PLACE, "A", Location.Kind.STORAGE, 1))
                .with(new Location(new LocationCode("A-03-2-2"), "A", Location.Kind.STORAGE, 2))
                .with(new Location(SERUM_PLACE, "B", Location.Kind.STORAGE, 3))
                .with(new Location(SUN_PLACE, "C", Location.Kind.STORAGE, 4))
                .with(new Location(new LocationCode("D-01"), "D", Location.Kind.DAMAGED, 8))
                .with(new Location(new LocationCode("DOCK-1"), "DOCK", Location.Kind.DOCK, 9))
                .with(minji)
                .with(supervisor)
                .on(Floors.TODAY)
                .signedIn(minji);
        List.of(cream, toner, oil, sun, serum, rose, lime).forEach(floor::with);
        return floor;
    }

    /** With goods that are expected. */
    Floor receivingFloor() {
        Floor floor = floor();
        floor.with(notice(
                NOTICE,
                words("코스모코스", "Cosmocos"),
                new Asn.Line(1, new Goods(serum.id(), LOT, EXPIRY), Quantity.of(120), Quantity.ZERO),
                new Asn.Line(2, Goods.of(toner.id()), Quantity.of(48), Quantity.ZERO),
                new Asn.Line(3, Goods.of(cream.id()), Quantity.of(24), Quantity.ZERO),
                new Asn.Line(4, Goods.of(rose.id()), Quantity.of(12), Quantity.ZERO),
                new Asn.Line(5, Goods.of(lime.id()), Quantity.of(12), Quantity.ZERO)));
        for (int i = 1; i < NOTICES; i++) {
            floor.with(notice(
                    "ASN-2611-00" + (12 + i),
                    words("브랜드 ", "Brand ") + i,
                    IntStream.rangeClosed(1, 2 + i)
                            .mapToObj(line -> new Asn.Line(line, Goods.of(oil.id()), Quantity.of(10), Quantity.ZERO))
                            .toArray(Asn.Line[]::new)));
        }
        return floor;
    }

    /** With a notice and an order of another brand that has the same numbers. */
    Floor twoBrandsFloor() {
        Asn other = receivingFloor().asns(new AsnNumber(NOTICE)).getFirst();
        ShipmentTask work = Floors.ordered(order(44), new OrderId("deoproce/20261123-0042"));
        Floor floor = receivingFloor()
                .with(new Asn(
                        new AsnId("deoproce/" + NOTICE),
                        words("데오프로세 물류센터", "Deoproce logistics"),
                        other.expectedOn(),
                        other.lines(),
                        false))
                .with(order(42))
                .with(work);
        Picked.all(floor, order(42), TOTE);
        Picked.all(floor, work, "T-0418");
        return floor;
    }

    /** With work of every kind. */
    Floor busyFloor() {
        Floor floor = receivingFloor();
        for (int number = 42; number < 60; number++) {
            floor.with(order(number));
        }
        for (int number = 42; number < 49; number++) {
            Picked.all(floor, order(number), "T-04" + number);
        }
        Desk.open(new ReceivingFlow(), floor)
                .scan(NOTICE)
                .scan(Scans.gs1(serum.barcodes().getFirst(), LOT.value(), EXPIRY, 60))
                .press(Command.CONFIRM);
        return floor;
    }

    private static Asn notice(String number, String supplier, Asn.Line... lines) {
        return new Asn(
                AsnId.of(new BrandId("cosmo"), new AsnNumber(number)), supplier, Floors.TODAY, List.of(lines), false);
    }

    /** With work for pickers. */
    Floor pickingFloor() {
        return floor().with(order(42))
                .with(order(43))
                .with(new StockBalance(Place.of(SUN_PLACE), new Goods(serum.id(), LOT, EXPIRY), 24))
                .with(new StockBalance(Place.of(CREAM_PLACE), new Goods(serum.id(), LOT, EXPIRY), 6));
    }

    /** With work for packers: one order of several items, one of two that look the same to a scanner, two more. */
    Floor packingFloor() {
        ShipmentTask twins = task(44, line(1, rose, null, SUN_PLACE, 1), line(2, lime, null, SUN_PLACE, 1));
        Floor floor = floor().with(order(42)).with(order(43)).with(twins).with(order(45));
        Picked.all(floor, order(42), TOTE);
        Picked.short1(floor, order(43), "T-0418");
        Picked.all(floor, twins, "T-0419");
        Picked.all(floor, order(45), "T-0420");
        return floor;
    }

    /** An order of a cream, three toner pads, a serum of a lot and a sun cream. */
    ShipmentTask order(int number) {
        return task(
                number,
                line(1, cream, null, CREAM_PLACE, 1),
                line(2, toner, null, CREAM_PLACE, 3),
                line(3, serum, LOT, SERUM_PLACE, 2),
                line(4, sun, null, SUN_PLACE, 1));
    }

    /** A list that is longer than any screen. */
    Floor longListFloor(int lines) {
        Floor floor = floor();
        List<PickLine> list = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            Item item = item(
                    "RP-%03d".formatted(i),
                    "상품 " + i + " 리필 파우치 300ml",
                    "Item " + i + " refill pouch 300 ml",
                    longListCode(i),
                    320,
                    false,
                    "");
            floor.with(item);
            list.add(line(i, item, null, CREAM_PLACE, 2));
        }
        return floor.with(task(46, list.toArray(PickLine[]::new)));
    }

    static String longListCode(int item) {
        return "POUCH-" + item;
    }

    private static PickLine line(int number, Item item, @Nullable Lot lot, LocationCode place, int units) {
        return new PickLine(
                number,
                new Goods(item.id(), lot, lot == null ? null : EXPIRY),
                place,
                Quantity.of(units),
                Quantity.ZERO,
                Quantity.ZERO);
    }

    private ShipmentTask task(int number, PickLine... lines) {
        return new ShipmentTask(
                new TaskId("task-" + number),
                new ShipmentId("20261123-00%d.1".formatted(number)),
                new OrderId("cosmo/20261123-00" + number),
                new Lease(7, new StationId("S04"), Instant.EPOCH),
                TaskStage.RELEASED,
                0,
                null,
                new CarrierCode("CJ"),
                "standard",
                "A12-3",
                waybill(number),
                CUT_OFF.plusSeconds(number),
                new Party("데모 스토어", "02-555-0100", "10881", "파주시 문발로 100"),
                new Party("김민준", "010-1234-5678", "06236", "서울 강남구 테헤란로 152"),
                "",
                List.of(lines));
    }

    static WaybillNumber waybill(int number) {
        return new WaybillNumber("6012345678" + number);
    }
}
