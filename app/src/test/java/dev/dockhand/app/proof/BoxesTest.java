package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.flow.Command;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.station.ReadModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One order in three boxes with the cable pulled: three waybills, three labels, each read by a reader that is not ours. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class BoxesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BOXES = 3;
    private static final int NUMBERS = 60;

    @TempDir
    Path folder;

    /** One order of three items. */
    private record ThreeItems(GeneratedShop goods) implements Shop {

        @Override
        public String itemsCsv() {
            return goods.itemsCsv();
        }

        @Override
        public String locationsCsv() {
            return goods.locationsCsv();
        }

        @Override
        public String stockCsv() {
            return goods.stockCsv();
        }

        @Override
        public String waybillsCsv() {
            return GeneratedShop.waybillsCsv(NUMBERS);
        }

        @Override
        public String ordersCsv() {
            StringBuilder rows = new StringBuilder(GeneratedShop.ORDER_HEADER);
            for (int item = 1; item <= BOXES; item++) {
                rows.append(GeneratedShop.orderRow(1, item, item, 1)).append('\n');
            }
            return rows.toString();
        }
    }

    @Test
    void eachBoxOfAnOrderHasItsOwnWaybillAndLabel() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, new ThreeItems(new GeneratedShop(BOXES, 1, 1)));
                Bench bench = Bench.open(folder.resolve("station"), warehouse, "ST-01", 1)) {
            ReadModel known = bench.program().memory().view();
            await().atMost(PATIENCE)
                    .until(() -> known.spareWaybills(new CarrierCode("CJ")).size() >= BOXES - 1);
            Worker worker = bench.worker("TOTE");
            worker.workTo("packing.scan-item");
            warehouse.cable().pull();
            for (int box = 1; box < BOXES; box++) {
                worker.step();
                worker.scanRaw(Command.NEXT_BOX.barcode());
                worker.workTo("packing.scan-item");
            }
            worker.work();
            List<String> onBoxes = bench.waybillsPrinted();
            assertThat(onBoxes).hasSize(BOXES).doesNotHaveDuplicates();
            assertThat(warehouse.packed()).as("the cable is pulled").isEmpty();

            warehouse.cable().plug();
            bench.awaitInStep();
            assertThat(warehouse.rows("SELECT waybill FROM parcel WHERE packed AND grams > 0 ORDER BY box"))
                    .containsExactlyElementsOf(onBoxes);
            assertThat(warehouse.rows("SELECT waybill FROM waybill_pool WHERE state = 'USED'"))
                    .containsExactlyInAnyOrderElementsOf(onBoxes);
            assertThat(warehouse.rows("SELECT kind FROM exception")).isEmpty();
            warehouse.checkBooks();
        }
    }
}
