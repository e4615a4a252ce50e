package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.server.TestIntake;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.intake.ImportResult.Rejection;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntakeTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String ITEM_HEADER =
            "sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note\n";
    private static final String ORDER_HEADER = "order,carrier,service,cut_off,sender_name,sender_phone,sender_postcode,"
            + "sender_address,recipient_name,recipient_phone,recipient_postcode,recipient_address,message,line,sku,"
            + "quantity\n";
    private static final String PARTIES = "CJ,standard,2026-11-23T16:00:00+09:00,글로우랩,02-555-0100,10881,"
            + "\"경기도 파주시, 100\",조예준,010-9022-3877,06236,\"서울특별시, 152\",";

    private final TestIntake shop = new TestIntake(DATABASE.database(), DATABASE.freshSite());

    @Test
    void itemsComeWithNamesBarcodesAndWeight() {
        ImportResult result = csv(
                ImportKind.ITEMS,
                ITEM_HEADER + "S-1,b,수분크림,\"Cream, 50 \"\"ml\"\"\",8803840000023 ABC-1,true,false,108.5,흰 뚜껑\n");
        assertThat(result).isEqualTo(new ImportResult(1, 0, 0, List.of(), List.of()));
        Item item = shop.items("S-1").get(new ItemId("b/S-1"));
        assertThat(item.nameKo()).isEqualTo("수분크림");
        assertThat(item.nameEn()).isEqualTo("Cream, 50 \"ml\"");
        assertThat(item.barcodes()).containsExactly("08803840000023", "ABC-1");
        assertThat(item.lotTracked()).isTrue();
        assertThat(item.unitWeight()).hasToString("108.5 g");
        assertThat(shop.feed()).singleElement().asString().contains("\"type\":\"item\"", "S-1", "흰 뚜껑");
    }

    @Test
    void tellingTheSameAgainChangesNothing() {
        String file = ITEM_HEADER + item("S-1") + item("S-2");
        assertThat(csv(ImportKind.ITEMS, file).loaded()).isEqualTo(2);
        assertThat(csv(ImportKind.ITEMS, file)).isEqualTo(new ImportResult(0, 2, 0, List.of(), List.of()));
        assertThat(shop.feed()).hasSize(2);
        ImportResult changed =
                csv(ImportKind.ITEMS, ITEM_HEADER + item("S-1") + item("S-2").replace("이름", "새 이름"));
        assertThat(changed).isEqualTo(new ImportResult(1, 1, 0, List.of(), List.of()));
        assertThat(shop.items("S-2").get(new ItemId("b/S-2")).nameKo()).isEqualTo("새 이름");
    }

    @Test
    void oneBadRowAmongTenThousandIsNamedAndTheOthersLoad() {
        StringBuilder file = new StringBuilder(ITEM_HEADER);
        for (int i = 1; i <= 10_000; i++) {
            file.append(item("S-%05d".formatted(i)));
        }
        String text = file.toString().replace("S-06000,b,이름,name,,false", "S-06000,b,이름,name,8803840000024,false");
        ImportResult result = csv(ImportKind.ITEMS, text);
        assertThat(result.loaded()).isEqualTo(9_999);
        assertThat(result.rejected())
                .containsExactly(new Rejection(
                        6001, "barcodes", "BAD_CHECK_DIGIT", "8803840000024 is no GTIN: its check digit is wrong"));
    }

    @Test
    void aWrongHeaderNamesWhatIsExpectedAndFoundAndLoadsNothing() {
        assertThatThrownBy(() -> csv(ImportKind.ITEMS, "sku,name\nS-1,x\n"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("brand,sku,name_ko,name_en,barcodes")
                .hasMessageContaining("found sku,name")
                .hasMessageContaining("Nothing was loaded");
        assertThatThrownBy(() -> csv(ImportKind.ITEMS, "")).hasMessageContaining("found nothing");
    }

    @Test
    void columnsMayComeInAnyOrderWithAByteOrderMarkAndWindowsLineEnds() {
        String file = "\uFEFFwalk,kind,zone,code\r\n7,STORAGE,A,a-01\r\n\r\n";
        assertThat(csv(ImportKind.LOCATIONS, file).loaded()).isEqualTo(1);
        assertThat(shop.location("A-01"))
                .isEqualTo(new Location(new LocationCode("A-01"), "A", Location.Kind.STORAGE, 7));
    }

    @Test
    void everySortOfBadRowIsNamedByLineFieldAndReason() {
        String file = "code,zone,kind,walk\n" // line 1
                + "A-01,A,STORAGE,1\n"
                + "A-02,A,SHELF,1\n"
                + "A-03,A,STORAGE\n"
                + "A-04,A,STORAGE,x\n"
                + ",A,STORAGE,1\n"
                + "A-05,\"A\u0007\",STORAGE,1\n"
                + "\"A-06\",\"two\nlines\",STORAGE,1\n" // lines 8 and 9
                + "A-01,A,STORAGE,1\n"
                + "A-07,A,STORAGE,-1\n"
                + "A-08," + "x".repeat(30_000) + ",STORAGE,1\n"
                + "A-09,A,STORAGE,2\n";
        ImportResult result = csv(ImportKind.LOCATIONS, file);
        assertThat(result.loaded()).isEqualTo(3);
        assertThat(result.rejected())
                .extracting(r -> r.line() + " " + r.field() + " " + r.code())
                .containsExactly(
                        "3 kind BAD_VALUE",
                        "4  WRONG_COLUMNS",
                        "5 walk BAD_NUMBER",
                        "6 code MISSING",
                        "7 zone CONTROL_CHARACTER",
                        "10 code TWICE",
                        "11 walk OUT_OF_RANGE",
                        "12  TOO_LONG");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReadingAndIsNamed() {
        ImportResult result = csv(
                ImportKind.LOCATIONS, "code,zone,kind,walk\nA-01,A,STORAGE,1\nA-02,\"A,STORAGE,1\nA-03,A,STORAGE,1\n");
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(result.rejected())
                .singleElement()
                .satisfies(r -> assertThat(r.line() + r.code()).isEqualTo("3BAD_QUOTES"));
    }

    @Test
    void aBarcodeBelongsToOneItem() {
        csv(ImportKind.ITEMS, ITEM_HEADER + "S-1,b,a,a,8803840000023,false,false,,\n");
        ImportResult result = csv(
                ImportKind.ITEMS,
                ITEM_HEADER + "S-2,b,a,a,08803840000023,false,false,,\n" + "S-3,b,a,a,X1,false,false,,\n"
                        + "S-4,b,a,a,X1,false,false,,\n");
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(result.rejected()).extracting(Rejection::line).containsExactly(2L, 4L);
        assertThat(result.rejected()).extracting(Rejection::code).containsOnly("BARCODE_TAKEN");
    }

    @Test
    void openingStockIsCountedOnceAndItsDifferenceMoved() {
        shop.item("S-1").location("A-01", "STORAGE").location("DOCK", "DOCK");
        String header = "location,sku,lot,expiry,quantity\n";
        assertThat(csv(ImportKind.STOCK, header + "A-01,S-1,,,10\nDOCK,S-1,,,3\n")
                        .loaded())
                .isEqualTo(2);
        assertThat(shop.sellable("S-1")).isEqualTo(10);
        assertThat(csv(ImportKind.STOCK, header + "A-01,S-1,,,10\n").unchanged())
                .isEqualTo(1);
        assertThat(csv(ImportKind.STOCK, header + "A-01,S-1,,,4\n").loaded()).isEqualTo(1);
        assertThat(shop.sellable("S-1")).isEqualTo(4);
        assertThat(csv(
                                ImportKind.STOCK,
                                header + "A-99,S-1,,,4\nA-01,S-9,,,4\nA-01,S-1,L1,,4\nA-01,S-1,,2027-01-01,1\n"
                                        + "A-01,S-1,,27-1-1,1\n")
                        .rejected())
                .extracting(Rejection::code)
                .containsExactly(
                        "UNKNOWN_LOCATION", "UNKNOWN_SKU", "LOT_NOT_TRACKED", "EXPIRY_NOT_TRACKED", "BAD_DATE");
    }

    @Test
    void openingStockThatLeavesLessThanNothingIsToldUntilItComesRight() {
        shop.item("S-1").location("A-01", "STORAGE");
        String header = "location,sku,lot,expiry,quantity\n";
        csv(ImportKind.STOCK, header + "A-01,S-1,,,10\n");
        shop.execute(
                "UPDATE balance SET quantity = 2 WHERE company = :company AND warehouse = :warehouse"
                        + " AND place = 'LOCATION:A-01'",
                Map.of());
        csv(ImportKind.STOCK, header + "A-01,S-1,,,7\n");
        assertThat(shop.text("SELECT about || ', ' || detail FROM exception WHERE company = :company"
                        + " AND warehouse = :warehouse AND settled_at IS NULL"))
                .isEqualTo("LOCATION:A-01 b/S-1, balance is -1");
        csv(ImportKind.STOCK, header + "A-01,S-1,,,8\n");
        assertThat(shop.number("SELECT count(*) FROM exception WHERE company = :company AND warehouse = :warehouse"
                        + " AND settled_at IS NULL"))
                .isZero();
    }

    @Test
    void aDateThatNobodyMeansIsABadRowAndTheOthersLoad() {
        shop.item("S-1");
        assertThat(csv(
                                ImportKind.ASNS,
                                "asn,supplier,expected_on,line,sku,lot,expiry,quantity\n"
                                        + "ASN-1,공장,2026-11-23,1,S-1,,2099-12-31,5\n"
                                        + "ASN-2,공장,+12026-11-23,1,S-1,,,5\n"
                                        + "ASN-3,공장,2026-11-23,1,S-1,,+12026-11-23,5\n"
                                        + "ASN-4,공장,0026-11-23,1,S-1,,,5\n"
                                        + "ASN-5,공장,2026-11-23,1,S-1,,9999-12-31,5\n")
                        .rejected())
                .extracting(bad -> bad.line() + " " + bad.field() + " " + bad.code())
                .containsExactly("3 expected_on BAD_DATE", "4 expiry BAD_DATE", "5 expected_on BAD_DATE");
        ImportResult orders = csv(
                ImportKind.ORDERS,
                ORDER_HEADER
                        + "O-1," + PARTIES + ",1,S-1,2\n"
                        + "O-2," + PARTIES.replace("2026-11-23T", "+999999999-11-23T") + ",1,S-1,2\n"
                        + "O-3," + PARTIES.replace("2026", "0026") + ",1,S-1,2\n"
                        + "O-4," + PARTIES + ",1,S-1,2\n");
        assertThat(orders.loaded()).isEqualTo(2);
        assertThat(orders.rejected())
                .extracting(bad -> bad.line() + " " + bad.field() + " " + bad.code())
                .containsExactly("3 cut_off BAD_TIME", "4 cut_off BAD_TIME");
    }

    @Test
    void aLocationThatBecomesStorageMakesItsStockSellable() {
        shop.item("S-1").location("A-01", "DOCK");
        csv(ImportKind.STOCK, "location,sku,lot,expiry,quantity\nA-01,S-1,,,10\n");
        assertThat(shop.sellable("S-1")).isZero();
        csv(ImportKind.LOCATIONS, "code,zone,kind,walk\nA-01,A,STORAGE,1\n");
        assertThat(shop.sellable("S-1")).isEqualTo(10);
    }

    @Test
    void noticesComeWithTheirLinesAndKeepWhatWasReceived() {
        shop.item("S-1").item("S-2");
        String header = "asn,supplier,expected_on,line,sku,lot,expiry,quantity\n";
        String file = header + "ASN-1,공장,2026-11-23,2,S-2,,,5\nASN-1,공장,2026-11-23,1,S-1,L1,2028-01-15,10\n";
        assertThat(csv(ImportKind.ASNS, file)).isEqualTo(new ImportResult(1, 0, 0, List.of(), List.of()));
        assertThat(csv(ImportKind.ASNS, file).unchanged()).isEqualTo(1);
        shop.received("ASN-1", 1, 4);
        assertThat(csv(ImportKind.ASNS, file.replace(",10\n", ",12\n")).loaded())
                .isEqualTo(1);
        Asn asn = shop.asn("ASN-1");
        assertThat(asn.lines()).extracting(line -> line.expected().units()).containsExactly(12, 5);
        assertThat(asn.lines()).extracting(line -> line.received().units()).containsExactly(4, 0);
        assertThat(csv(
                                ImportKind.ASNS,
                                header + "ASN-1,공장,2026-11-23,2,S-2,,,5\nASN-2,x,2026-11-23,1,S-9,,,5\n"
                                        + "ASN-3,x,2026-11-23,1,S-1,,,5\nASN-3,x,2026-11-23,1,S-1,,,5\n")
                        .rejected())
                .extracting(r -> r.line() + r.code())
                .containsExactly("2ALREADY_RECEIVED", "3UNKNOWN_SKU", "5TWICE");
        assertThat(asn.id()).isEqualTo(new AsnId("b/ASN-1"));
        assertThat(shop.operators()).containsExactly(TestWarehouse.OPERATOR);
    }

    @Test
    void anOrderIsTakenOnce() {
        shop.item("S-1").item("S-2").location("A-01", "STORAGE");
        csv(ImportKind.STOCK, "location,sku,lot,expiry,quantity\nA-01,S-1,,,10\nA-01,S-2,,,10\n");
        String file = ORDER_HEADER + "O-1," + PARTIES + "문 앞에,1,S-1,2\nO-1," + PARTIES + "문 앞에,2,S-2,1\n";
        assertThat(csv(ImportKind.ORDERS, file)).isEqualTo(new ImportResult(1, 0, 0, List.of(), List.of()));
        assertThat(csv(ImportKind.ORDERS, file)).isEqualTo(new ImportResult(0, 1, 0, List.of(), List.of()));
        assertThat(shop.number("SELECT count(*) FROM orders WHERE company = :company AND warehouse = :warehouse"))
                .isEqualTo(1);
        assertThat(shop.promised("S-1")).isEqualTo(2);
        assertThat(csv(ImportKind.ORDERS, file.replace("S-1,2", "S-1,3")).rejected())
                .containsExactly(new Rejection(
                        2, "order", "ORDER_DIFFERS", "this order number was taken before with other content"));
        assertThat(shop.promised("S-1")).isEqualTo(2);
    }

    @Test
    void anOrderWithAnUnknownItemIsRefusedWhole() {
        shop.item("S-1").location("A-01", "STORAGE");
        ImportResult result = csv(
                ImportKind.ORDERS,
                ORDER_HEADER + "O-1," + PARTIES + ",1,S-1,2\nO-1," + PARTIES + ",2,S-9,1\nO-2," + PARTIES
                        + ",1,S-1,1\nO-3," + PARTIES.replace("T16:00:00+09:00", "") + ",1,S-1,1\n");
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(result.rejected())
                .containsExactly(
                        new Rejection(2, "sku", "UNKNOWN_SKU", "line 2: there is no item b/S-9"),
                        new Rejection(
                                5,
                                "cut_off",
                                "BAD_TIME",
                                "\"2026-11-23\" must be a time like 2026-11-23T16:00:00+09:00"));
        assertThat(shop.state("O-2")).isEqualTo("WAITING");
    }

    @Test
    void rowsThatSayDifferentThingsOfOneOrderAreNoOrder() {
        shop.item("S-1");
        ImportResult orders = csv(
                ImportKind.ORDERS,
                ORDER_HEADER
                        + "O-1," + PARTIES + ",1,S-1,2\n"
                        + "O-1," + PARTIES.replace("조예준", "김은호") + ",2,S-1,1\n"
                        + "O-2," + PARTIES + ",1,S-1,2\n"
                        + "O-2," + ",".repeat(11) + ",2,S-1,1\n");
        assertThat(orders.loaded()).isEqualTo(1);
        assertThat(orders.rejected())
                .as("else the second customer's goods went to the first")
                .containsExactly(new Rejection(
                        3, "recipient_name", "ROWS_DIFFER", "is not what the first row of the same order says"));
        assertThat(csv(
                                ImportKind.ASNS,
                                "asn,supplier,expected_on,line,sku,lot,expiry,quantity\n"
                                        + "ASN-1,공장,2026-11-23,1,S-1,,,5\n"
                                        + "ASN-1,공장,2026-11-24,2,S-1,,,5\n")
                        .rejected())
                .extracting(bad -> bad.line() + " " + bad.field() + " " + bad.code())
                .containsExactly("3 expected_on ROWS_DIFFER");
    }

    @Test
    void waybillNumbersFillThePoolOnce() {
        String file = "carrier,number,mark\nCJ,632912345600,5\nCJ,632912345601,\n";
        assertThat(csv(ImportKind.WAYBILLS, file).loaded()).isEqualTo(2);
        assertThat(csv(ImportKind.WAYBILLS, file).unchanged()).isEqualTo(2);
        assertThat(csv(ImportKind.WAYBILLS, "carrier,number\nHANJIN,632912345600\nCJ,63^XZ\n")
                        .rejected())
                .extracting(Rejection::code)
                .containsExactly("NUMBER_TAKEN", "BAD_VALUE");
    }

    @Test
    void jsonHasTheSameFieldsWithLinesAndPartiesNested() {
        shop.item("S-1").location("A-01", "STORAGE");
        csv(ImportKind.STOCK, "location,sku,lot,expiry,quantity\nA-01,S-1,,,10\n");
        String order = """
            {"order":"O-1","carrier":"CJ","service":"standard","cut_off":"2026-11-23T16:00:00+09:00",
             "sender":{"name":"글로우랩","phone":"02-555-0100","postcode":"10881","address":"경기도 파주시, 100"},
             "recipient":{"name":"조예준","phone":"010-9022-3877","postcode":"06236","address":"서울특별시, 152"},
             "lines":[{"line":1,"sku":"S-1","quantity":2}]}\
            """;
        assertThat(json(ImportKind.ORDERS, order).loaded()).isEqualTo(1);
        assertThat(csv(ImportKind.ORDERS, ORDER_HEADER + "O-1," + PARTIES + ",1,S-1,2\n")
                        .unchanged())
                .isEqualTo(1);
        assertThat(json(ImportKind.ITEMS, """
            [{"sku":"S-2","brand":"b","name_ko":"ㄱ","name_en":null,"barcodes":["X1","X2"],
              "lot_tracked":false,"expiry_tracked":false,"unit_grams":12.5},
             {"sku":"S-3","colour":"red"}, 7]\
            """).rejected())
                .extracting(r -> r.line() + r.code())
                .containsExactly("2UNKNOWN_FIELD", "3BAD_VALUE");
        assertThat(shop.items("S-2").get(new ItemId("b/S-2")).barcodes()).containsExactly("X1", "X2");
        assertThatThrownBy(() -> json(ImportKind.ITEMS, "[{")).hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> json(ImportKind.LOCATIONS, """
            {"code":"B-01","zone":"B","kind":"STORAGE","walk":1}
            {"code":"B-02","zone":"B","kind":"STORAGE","walk":2}
            """))
                .as("one object a line: only the first would load")
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("Nothing was loaded");
        assertThatThrownBy(() -> json(ImportKind.ITEMS, "[".repeat(100_000)))
                .isInstanceOf(ImportRefusedException.class);
    }

    @Test
    void recipientsStandInTheirOwnTableOnly() {
        shop.item("S-1");
        csv(ImportKind.ORDERS, ORDER_HEADER + "O-1," + PARTIES + ",1,S-1,2\n");
        assertThat(shop.text("SELECT body FROM order_party WHERE company = :company AND warehouse = :warehouse"))
                .contains("조예준", "010-9022-3877");
        assertThat(shop.text("SELECT o::text FROM orders o WHERE company = :company AND warehouse = :warehouse"))
                .doesNotContain("조예준");
        assertThat(shop.feed().toString()).doesNotContain("조예준", "010-9022");
    }

    private static String item(String sku) {
        return sku + ",b,이름,name,,false,false,,\n";
    }

    private ImportResult csv(ImportKind kind, String file) {
        return shop.load(
                kind,
                ImportFile.of(ImportFile.Format.CSV, file.getBytes(StandardCharsets.UTF_8))
                        .of(new BrandId("b")));
    }

    private ImportResult json(ImportKind kind, String body) {
        return shop.load(
                kind,
                ImportFile.of(ImportFile.Format.JSON, body.getBytes(StandardCharsets.UTF_8))
                        .of(new BrandId("b")));
    }
}
