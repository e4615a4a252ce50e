package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.model.measure.Grams;
import dev.dockhand.station.link.Identity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The office changes how the warehouse works while a station runs there; nobody touches the station. */
@Execution(ExecutionMode.CONCURRENT)
class WarehouseSettingsTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @TempDir
    private Path folder;

    @Test
    void aStationThatRunsWorksByThemAndStillAfterARestart() throws Exception {
        Path station = folder.resolve("station");
        try (Warehouse warehouse = Warehouse.open(folder, new GeneratedShop(2, 1, 1));
                Bench bench = Bench.open(station, warehouse, "ST-01", 1)) {
            bench.awaitInStep();
            assertThat(bench.program().bench().zone()).isEqualTo(SEOUL);

            warehouse
                    .office()
                    .put(
                            "/v1/companies/demo/warehouses/W1",
                            Map.of("zone", TOKYO, "labelDpi", 300, "weighing", Map.of("packaging", 95)));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> bench.program().bench().zone().equals(TOKYO));
            works(bench);
            assertThat(Identity.read(station).warehouse().zone())
                    .as("as it was at enrolment")
                    .isEqualTo(SEOUL);
            bench.restart(folder -> {});
            works(bench);
        }
    }

    private static void works(Bench bench) {
        var now = bench.program().memory().view().warehouse();
        assertThat(now.zone()).isEqualTo(TOKYO);
        assertThat(now.labelDpi()).isEqualTo(300);
        assertThat(now.weighing().packaging()).isEqualTo(Grams.of(95));
        assertThat(now.weighing().tolerancePercent()).as("what was not named").isEqualTo(5);
    }
}
