package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.server.TestIntake;
import dev.dockhand.server.intake.ImportResult.Rejection;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Brands of one warehouse name things as they like: nothing of one is taken for something of another. */
class BrandImportsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String ITEMS =
            "brand,sku,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note\n";
    private static final String ORDERS = "brand,order,carrier,service,cut_off,sender_name,sender_phone,sender_postcode,"
            + "sender_address,recipient_name,recipient_phone,recipient_postcode,recipient_address,message,line,sku,"
            + "quantity\n";
    private static final String PARTIES =
            "CJ,standard,2026-11-23T16:00:00+09:00,글로우랩,02-555-0100,10881," + "경기도 파주시,조예준,010-9022-3877,06236,서울특별시,";

    private final TestIntake shop = new TestIntake(DATABASE.database(), DATABASE.freshSite());

    private ImportResult load(ImportKind kind, String file) {
        return shop.load(kind, ImportFile.of(ImportFile.Format.CSV, file.getBytes(StandardCharsets.UTF_8)));
    }

    private static String item(String brand, String sku, String barcode) {
        return "%s,%s,이름,name,%s,false,false,,\n".formatted(brand, sku, barcode);
    }

    @Test
    void twoBrandsShareSkuBarcodeNoticeAndOrderNumberAndEachHasItsOwn() {
        shop.location("A-01", "STORAGE");
        assertThat(load(ImportKind.ITEMS, ITEMS + item("b", "S-1", "BAG") + item("mori", "S-1", "BAG"))
                        .loaded())
                .isEqualTo(2);
        assertThat(load(
                                ImportKind.ASNS,
                                "brand,asn,supplier,expected_on,line,sku,lot,expiry,quantity\n"
                                        + "b,N-1,One,2026-11-23,1,S-1,,,5\nmori,N-1,Two,2026-11-23,1,S-1,,,9\n")
                        .loaded())
                .isEqualTo(2);
        assertThat(load(ImportKind.STOCK, "location,brand,sku,lot,expiry,quantity\nA-01,b,S-1,,,3\nA-01,mori,S-1,,,4\n")
                        .loaded())
                .isEqualTo(2);
        assertThat(load(ImportKind.ORDERS, ORDERS + "b,O-1," + PARTIES + ",1,S-1,3\nmori,O-1," + PARTIES + ",1,S-1,1\n")
                        .loaded())
                .isEqualTo(2);

        assertThat(shop.sellable("S-1")).isEqualTo(3);
        assertThat(shop.promised("S-1")).isEqualTo(3);
        assertThat(shop.text("SELECT item || ' ' || sellable || ' ' || promised FROM availability"
                        + " WHERE company = :company AND warehouse = :warehouse AND item LIKE 'mori/%'"))
                .isEqualTo("mori/S-1 4 1");
        assertThat(shop.asn("N-1").lines().getFirst().expected().units()).isEqualTo(5);
    }

    @Test
    void aBarcodeIsOneItemsWithinItsBrand() {
        load(ImportKind.ITEMS, ITEMS + item("b", "S-1", "BAG"));

        assertThat(load(ImportKind.ITEMS, ITEMS + item("b", "S-2", "BAG") + item("mori", "S-3", "BAG"))
                        .rejected())
                .extracting(Rejection::line, Rejection::code)
                .containsExactly(tuple(2L, "BARCODE_TAKEN"));
    }

    @Test
    void aRowWithoutABrandIsOfTheBrandThatWasToldForTheFileElseItIsRefused() {
        String file = ITEMS + item("", "S-1", "") + item("mori", "S-2", "");

        assertThat(load(ImportKind.ITEMS, file).rejected())
                .containsExactly(
                        new Rejection(2, "brand", "MISSING", "is empty, and no brand was told for the whole file"));
        shop.load(
                ImportKind.ITEMS,
                ImportFile.of(ImportFile.Format.CSV, file.getBytes(StandardCharsets.UTF_8))
                        .of(new BrandId("b")));
        assertThat(shop.items("S-1")).hasSize(1);
        assertThat(shop.items("S-2")).isEmpty();
    }

    @Test
    void theLinesOfAnOrderAreItsBrandsItems() {
        load(ImportKind.ITEMS, ITEMS + item("b", "S-1", "") + item("mori", "S-2", ""));

        assertThat(load(
                                ImportKind.ORDERS,
                                ORDERS + "b,O-1," + PARTIES + ",1,S-1,1\n,O-2," + PARTIES + ",1,S-1,1\n" + "b,O-3,"
                                        + PARTIES + ",1,S-2,1\n")
                        .rejected())
                .extracting(Rejection::field, Rejection::code)
                .containsExactlyInAnyOrder(tuple("brand", "MISSING"), tuple("sku", "UNKNOWN_SKU"));
    }
}
