package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.device.LabelEnd;
import dev.dockhand.app.device.LabelJob;
import dev.dockhand.app.device.StationDevices;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.site.Warehouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a station takes from its warehouse, when the office changes it while the station runs. */
class WarehouseChangeTest {

    private static final int LABEL_MM = 100;
    private static final Instant LATE = Instant.parse("2026-11-23T16:30:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(LATE);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Warehouse CHANGED = new Warehouse(
            Floors.WAREHOUSE.id(),
            "Gimpo",
            SEOUL,
            Floors.WAREHOUSE.currency(),
            "8801234",
            300,
            Floors.WAREHOUSE.weighing(),
            List.of(),
            Set.of());

    @TempDir
    private Path folder;

    private final MemoryInRam memory = new MemoryInRam();
    private final BenchSettings settings = new BenchSettings("S1", new PlateNumbers(4, 1), BenchRules.USUAL, CLOCK);

    @Test
    void dayClockAndPlatesAreTheWarehousesOfNow() {
        ReadModelLookup lookup = new ReadModelLookup(memory, settings);
        assertThat(lookup.today()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(lookup.local(LATE)).isEqualTo(LocalDateTime.of(2026, 11, 23, 16, 30));
        assertThat(lookup.nextPlate().value()).startsWith("10400000" + "004");
        memory.warehouse = CHANGED;
        assertThat(lookup.today()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(lookup.local(LATE)).isEqualTo(LocalDateTime.of(2026, 11, 24, 1, 30));
        assertThat(lookup.nextPlate().value()).startsWith("18801234" + "004");
    }

    @Test
    void theWindowsClockAndTheLabelsResolutionFollow() throws Exception {
        FarEnd end = FarEnd.socket();
        VirtualPrinter printer = new VirtualPrinter(end, CLOCK).start();
        DeviceFiles.devices(folder)
                .write(List.of(new DeviceSettings(
                        "printer",
                        DeviceLamp.Kind.PRINTER,
                        "printer",
                        end.address().uri(),
                        "zpl")));
        try (end;
                StationDevices devices = new StationDevices(
                        folder,
                        new AnyOpener(),
                        ScaleProfiles.load(),
                        LabelTemplates.bundled(CLOCK),
                        () -> Dpi.of(memory.warehouse().labelDpi()),
                        InstantSource.system());
                BenchLoop bench = new BenchLoop(
                        memory,
                        JobRegistry.flows(),
                        settings,
                        devices,
                        new CodeReader(new Gs1Reader(ApplicationIdentifiers.load(), CLOCK), code -> false))) {
            devices.start();
            bench.start();
            await().until(() -> devices.lamps().getFirst().state() == ConnectionState.OK);
            assertThat(bench.zone()).isEqualTo(Floors.WAREHOUSE.zone());
            assertThat(printed(devices, printer, "before").lines())
                    .anyMatch(line -> line.contains("^PW" + Dpi.DPI_203.dots(LABEL_MM)));
            memory.warehouse = CHANGED;
            memory.changes.accept(new Feed.WarehouseChanged(CHANGED));
            await().until(() -> bench.zone().equals(SEOUL));
            assertThat(printed(devices, printer, "after").lines())
                    .anyMatch(line -> line.contains("^PW" + Dpi.DPI_300.dots(LABEL_MM)));
        }
    }

    @Test
    void aResolutionOfALaterVersionPrintsNothingAndSaysSo() throws Exception {
        FarEnd end = FarEnd.socket();
        new VirtualPrinter(end, CLOCK).start();
        DeviceFiles.devices(folder)
                .write(List.of(new DeviceSettings(
                        "printer",
                        DeviceLamp.Kind.PRINTER,
                        "printer",
                        end.address().uri(),
                        "zpl")));
        try (end;
                StationDevices devices = new StationDevices(
                        folder,
                        new AnyOpener(),
                        ScaleProfiles.load(),
                        LabelTemplates.bundled(CLOCK),
                        () -> Dpi.of(406),
                        InstantSource.system())) {
            devices.start();
            await().until(() -> devices.lamps().getFirst().state() == ConnectionState.OK);
            assertThat(ended(devices, "job")).isEqualTo(new LabelEnd(LabelEnd.Outcome.FAILED, "DATA", ""));
        }
    }

    private static LabelEnd ended(StationDevices devices, String job) throws InterruptedException {
        BlockingQueue<LabelEnd> ends = new LinkedBlockingQueue<>();
        devices.labels().print(new LabelJob(job, LabelTemplates.LOCATION, Map.of("code", "A-1"), false), ends::add);
        return ends.poll(60, TimeUnit.SECONDS);
    }

    private static String printed(StationDevices devices, VirtualPrinter printer, String job)
            throws InterruptedException {
        int before = printer.labels().size();
        assertThat(ended(devices, job).outcome()).isEqualTo(LabelEnd.Outcome.CONFIRMED);
        await().until(() -> printer.labels().size() > before);
        return new String(printer.labels().getLast().bytes(), StandardCharsets.UTF_8);
    }
}
