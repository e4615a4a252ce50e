package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.ProductPictures;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.virtual.PrintedLabel;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.station.Pictures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Files with a wrong header, a bad row or a hostile name, up to the printer of a station. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class BadFileTest {

    private static final int GOOD = 10_000;
    private static final int BAD_LINE = 5_001;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Warehouse warehouse;
    private Bench bench;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        warehouse = Warehouse.open(folder, new OddShop(0, 2));
        warehouse.load("asns", OddShop.asnCsv());
        bench = Bench.open(folder.resolve("station"), warehouse, "ST-01", 1);
        bench.awaitInStep();
    }

    @AfterAll
    void close() throws Exception {
        bench.close();
        warehouse.close();
    }

    @Test
    void aPictureThatWasUploadedIsAtTheStationBehindTheImport() throws Exception {
        byte[] picture = ProductPictures.png("Moisture cream, 50 ml", "");
        warehouse.office().picture("cream.png", picture);
        warehouse
                .office()
                .load(
                        "items",
                        "sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note,picture\n"
                                + "PIC-1,b,수분크림,Moisture cream,,false,false,108,,Cream.PNG\n");
        Pictures pictures = bench.program().memory().pictures();
        await().atMost(PATIENCE)
                .until(() -> pictures.find(PictureId.of(picture)).isPresent());
        assertThat(pictures.find(PictureId.of(picture)).orElseThrow()).hasBinaryContent(picture);
    }

    @Test
    void aWrongHeaderLoadsNothingAndNamesTheColumns() throws Exception {
        long items = warehouse.number("SELECT count(*) FROM item");

        assertThatThrownBy(() -> warehouse.office().load("items", "sku,name\nX-1,Cream\n"))
                .hasMessageContaining("WRONG_HEADER")
                .hasMessageContaining("the first line must name the columns brand,sku,name_ko")
                .hasMessageContaining("found sku,name")
                .hasMessageContaining("Nothing was loaded");

        assertThat(warehouse.number("SELECT count(*) FROM item")).isEqualTo(items);
    }

    @Test
    void oneBadRowAmongTenThousandIsNamedAndTheOthersReachTheStation() throws Exception {
        String csv = new GeneratedShop(GOOD + 2, 0, 1)
                .itemsCsv()
                .lines()
                .filter(line -> !line.startsWith(GeneratedShop.sku(1)) && !line.startsWith(GeneratedShop.sku(2)))
                .collect(Collectors.joining("\n"));
        String broken = csv.lines().toList().get(BAD_LINE - 1);
        String sku = broken.substring(0, broken.indexOf(','));
        String wrong = broken.replace(",false,false,", ",perhaps,false,");
        long before = warehouse.number("SELECT count(*) FROM item");

        JsonNode answer = warehouse.office().load("items", csv.replace(broken, wrong) + "\n");

        assertThat(answer.path("loaded").asInt()).isEqualTo(GOOD - 1);
        assertThat(answer.path("refused").asInt()).isEqualTo(1);
        JsonNode rejected = answer.path("rejected").path(0);
        assertThat(rejected.path("line").asInt()).isEqualTo(BAD_LINE);
        assertThat(rejected.path("field").asText()).isEqualTo("lot_tracked");
        assertThat(rejected.path("code").asText()).isEqualTo("BAD_VALUE");
        assertThat(rejected.path("message").asText()).isEqualTo("\"perhaps\" must be true or false");
        assertThat(warehouse.number("SELECT count(*) FROM item")).isEqualTo(before + GOOD - 1);
        await().atMost(PATIENCE)
                .until(() -> bench.program()
                        .memory()
                        .view()
                        .item(GeneratedShop.item(GOOD + 2))
                        .isPresent());
        assertThat(bench.program().memory().view().item(new ItemId("b/" + sku))).isEmpty();
    }

    @Test
    void printerCommandsInANameArePrintedAndShownAsText() throws Exception {
        Worker worker = bench.worker("TOTE", List.of(ReceivingFlow.ID, PutawayFlow.ID, PickingFlow.ID, PackingFlow.ID));

        worker.work(view -> view.flow().equals(PickingFlow.ID));
        awaitLabels(1);
        BenchView view = worker.workTo("picking.take");
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Texts.in(language).of(view.screen().instruction())).contains(OddShop.ODD_NAME);
        }
        worker.work();

        awaitLabels(2);
        for (PrintedLabel label : bench.devices().printer().labels()) {
            String zpl = new String(label.bytes(), StandardCharsets.ISO_8859_1);
            assertThat(zpl).startsWith("^XA").endsWith("^XZ").doesNotContain("~");
            assertThat(zpl).containsOnlyOnce("^XA").containsOnlyOnce("^XZ");
        }
        bench.checkActs(warehouse, bench.acts());
        assertThat(bench.devices().labels()).allMatch(label -> label.isGood());
        assertThat(warehouse.packed()).hasSize(1).allMatch(bench.waybillsPrinted()::contains);
        warehouse.checkBooks();
    }

    private void awaitLabels(int count) {
        await().atMost(PATIENCE).until(() -> bench.devices().labels().size() >= count);
        assertThat(bench.devices().printer().labels()).hasSize(count);
    }
}
