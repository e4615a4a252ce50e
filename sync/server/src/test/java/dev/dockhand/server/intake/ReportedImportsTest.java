package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.TestIntake;
import dev.dockhand.server.intake.ImportResult.Rejection;
import dev.dockhand.server.store.ServerDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that public bug reports tell of, with the value that each must have: see the README beside them. */
class ReportedImportsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String ZONE_REPORT = "80-expired-by-zone.json";

    private final TestIntake shop = new TestIntake(DATABASE.database(), DATABASE.freshSite()).item("GL-1004");

    private static byte[] bytes(String file) {
        try (InputStream in =
                Objects.requireNonNull(ReportedImportsTest.class.getResourceAsStream("reports/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportResult load(String file) {
        byte[] bytes = bytes(file);
        boolean json = file.endsWith(".json");
        String start = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        ImportKind kind = start.contains("cut_off")
                ? ImportKind.ORDERS
                : start.startsWith("asn") ? ImportKind.ASNS : ImportKind.ITEMS;
        return shop.load(
                kind,
                ImportFile.of(json ? ImportFile.Format.JSON : ImportFile.Format.CSV, bytes)
                        .of(new BrandId("b")));
    }

    private List<String> barcodes(String file, String sku) {
        ImportResult result = load(file);
        assertThat(result.rejected()).as(file).isEmpty();
        return Objects.requireNonNull(shop.items(sku).get(new ItemId("b/" + sku)))
                .barcodes();
    }

    private void refused(String file, String field, String code, String... words) {
        ImportResult result = load(file);
        assertThat(result.loaded()).as(file).isZero();
        assertThat(result.rejected()).as(file).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(2);
            assertThat(bad.field()).isEqualTo(field);
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.message()).contains(words);
        });
    }

    private void loadsOne(String file) {
        ImportResult result = load(file);
        assertThat(result.rejected()).as(file).isEmpty();
        assertThat(result.loaded()).as(file).isEqualTo(1);
    }

    @Test
    void everyReportHasItsRightValue() throws Exception {
        Map<String, Runnable> right = new TreeMap<>();
        right.put("58-sku-hangul.csv", () -> loadsOne("58-sku-hangul.csv"));
        right.put("58-asn-hangul.csv", () -> loadsOne("58-asn-hangul.csv"));
        right.put(
                "61-barcode-sci.csv",
                () -> refused("61-barcode-sci.csv", "barcodes", "SCIENTIFIC", "8.80909E+12", "as text"));
        right.put(
                "62-barcode-lost-zero.csv",
                () -> assertThat(barcodes("62-barcode-lost-zero.csv", "R-UPC")).containsExactly("00065400000128"));
        right.put(
                "64-barcode-fullwidth.csv",
                () -> assertThat(barcodes("64-barcode-fullwidth.csv", "R-FW")).containsExactly("08809091000195"));
        right.put(
                "64-barcode-nbsp.csv",
                () -> assertThat(barcodes("64-barcode-nbsp.csv", "R-NB")).containsExactly("08809091000201"));
        right.put(
                "65-postcode-lost-zero.csv",
                () -> refused("65-postcode-lost-zero.csv", "recipient_postcode", "LOST_ZERO", "\"6236\"", "as text"));
        right.put(
                "65-phone-sci.csv",
                () -> refused("65-phone-sci.csv", "recipient_phone", "SCIENTIFIC", "8.21E+11", "as text"));
        right.put("65-order-sci.csv", () -> refused("65-order-sci.csv", "order", "SCIENTIFIC", "1.00001E+12"));
        right.put(
                "66-barcode-number.json",
                () -> assertThat(barcodes("66-barcode-number.json", "R-JN")).containsExactly("08809091000430"));
        right.put("67-quantity-10.0.json", () -> {
            loadsOne("67-quantity-10.0.json");
            assertThat(quantity("R-Q10")).isEqualTo(10);
        });
        right.put("68-sku-nbsp.csv", () -> {
            loadsOne("68-sku-nbsp.csv");
            assertThat(shop.number(
                            "SELECT count(*) FROM item WHERE company = :company AND warehouse = :warehouse AND item"
                                    + " LIKE 'b/GL%'"))
                    .as("no second item")
                    .isEqualTo(1);
        });
        right.put("68-order-sku-nbsp.csv", () -> {
            loadsOne("68-order-sku-nbsp.csv");
            assertThat(quantity("R-TW")).isEqualTo(1);
        });
        right.put("69-address-newline.csv", () -> {
            loadsOne("69-address-newline.csv");
            assertThat(shop.text("SELECT body FROM order_party WHERE company = :company AND warehouse = :warehouse AND"
                            + " order_id = 'b/R-NL'"))
                    .contains("테헤란로 1 3층");
        });
        right.put("70-blank-rows.csv", () -> loadsOne("70-blank-rows.csv"));
        right.put("71-sep-line.csv", () -> loadsOne("71-sep-line.csv"));
        assertThat(files()).as("a report without its right value").isEqualTo(right.keySet());
        right.values().forEach(Runnable::run);
    }

    private long quantity(String order) {
        return shop.number(
                "SELECT sum(quantity) FROM order_line WHERE company = :company AND warehouse = :warehouse AND"
                        + " item = 'b/GL-1004' AND order_id = 'b/" + order + "'");
    }

    /** All but the report of a zone, which the test of zones runs, by its clock. */
    private static java.util.Set<String> files() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(ReportedImportsTest.class.getResource("reports"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md") && !name.equals(ZONE_REPORT))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void theReportOfAZoneSaysWhatTheTestOfZonesRuns() throws IOException {
        JsonNode report = Json.mapper().readTree(bytes(ZONE_REPORT));
        assertThat(report.path("stock").findValuesAsText("expiry")).containsExactly("2026-11-29", "2026-11-28");
        assertThat(report.path("clock").asText()).startsWith("2026-11-29T16:22Z");
    }

    @Test
    void whatWasReadOtherwiseIsSaid() {
        assertThat(load("68-sku-nbsp.csv").notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("NORMAL_FORM");
            assertThat(notice.message()).contains("U+00A0");
        });
        assertThat(load("62-barcode-lost-zero.csv").notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("ZERO_BACK");
            assertThat(notice.message()).contains("65400000128", "065400000128");
        });
    }

    @Test
    void itemsThatDifferByLetterCaseOnlyDoNotArise() {
        ImportResult result = shop.load(
                ImportKind.ITEMS,
                ImportFile.of(ImportFile.Format.JSON, """
                    [{"sku":"gl-1004","brand":"b","name_ko":"ㄱ","lot_tracked":false,"expiry_tracked":false},
                     {"sku":"AB-1","brand":"b","name_ko":"ㄱ","lot_tracked":false,"expiry_tracked":false},
                     {"sku":"ab-1","brand":"b","name_ko":"ㄱ","lot_tracked":false,"expiry_tracked":false}]\
                    """.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .of(new BrandId("b")));
        assertThat(result.rejected()).extracting(Rejection::code).containsExactly("TWIN", "TWIN");
        assertThat(result.rejected().getFirst().message()).contains("GL-1004");
        assertThat(result.loaded()).isEqualTo(1);
    }
}
