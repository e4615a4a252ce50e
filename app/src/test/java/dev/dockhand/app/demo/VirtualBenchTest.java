package dev.dockhand.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.LabelEnd;
import dev.dockhand.app.device.LabelJob;
import dev.dockhand.app.device.StationDevices;
import dev.dockhand.app.device.Weighing;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelPreview;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.label.LabelWriter;
import dev.dockhand.hardware.label.ZplLanguage;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.model.measure.Grams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VirtualBenchTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private VirtualBench bench;
    private StationDevices devices;

    @BeforeEach
    void open() throws IOException {
        bench = VirtualBench.open(VirtualBench.TOLEDO, CLOCK);
        DeviceFiles.devices(folder).write(bench.settings());
        devices = new StationDevices(
                        folder,
                        new AnyOpener(),
                        ScaleProfiles.load(),
                        LabelTemplates.bundled(CLOCK),
                        () -> Dpi.DPI_203,
                        CLOCK)
                .start();
        await().atMost(PATIENCE).until(() -> bench.scanner().isConnected());
    }

    @AfterEach
    void close() {
        devices.close();
        bench.close();
    }

    @Test
    void aScanArrivesAsBytesWithItsSymbology() throws InterruptedException {
        BlockingQueue<DecodedScan> events = new LinkedBlockingQueue<>();
        devices.onScan(events::add);
        assertThat(bench.scan("]C1010880909100001017280115102611A")).isTrue();
        DecodedScan decoded = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(decoded).isNotNull();
        assertThat(decoded.event()).isInstanceOfSatisfying(Scan.class, scan -> {
            assertThat(scan.text()).isEqualTo("010880909100001017280115102611A");
            assertThat(scan.aimText()).isEqualTo("]C1");
        });
    }

    @Test
    void aWeightOnThePanIsCapturedOnce() throws InterruptedException {
        BlockingQueue<Grams> weights = new LinkedBlockingQueue<>();
        bench.pan().load(0);
        await().atMost(PATIENCE).until(() -> shown().equals("0.000"));
        devices.weigher().capture(new Weighing.Taker() {
            @Override
            public void weighed(Grams grams, String raw, String device) {
                weights.add(grams);
            }

            @Override
            public void notWeighed(String reason, boolean passing) {}
        });
        bench.pan().load(412);
        assertThat(weights.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Grams.of(412));
    }

    private String shown() {
        var live = devices.weigher().live();
        return live == null || live.value() == null ? "" : live.value().toPlainString();
    }

    @Test
    void aLabelComesOutWithABarcodeThatCanBeScannedBack() throws InterruptedException {
        BlockingQueue<BenchLabel> labels = new LinkedBlockingQueue<>();
        BlockingQueue<LabelEnd> ends = new LinkedBlockingQueue<>();
        bench.onLabel(labels::add);
        awaitPrinter();
        Map<String, Object> data = plate();
        devices.labels().print(new LabelJob("plate:1", "license-plate", data, false), ends::add);
        BenchLabel label = labels.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(label).isNotNull();
        assertThat(label.isGood()).isTrue();
        assertThat(label.code()).isEqualTo("]C100104000000010000019");
        assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .extracting(LabelEnd::outcome)
                .isEqualTo(LabelEnd.Outcome.CONFIRMED);
        assertThat(bench.labels()).hasSize(1);
    }

    private void awaitPrinter() {
        await().atMost(PATIENCE)
                .until(() -> devices.lamps().stream()
                        .anyMatch(
                                lamp -> lamp.kind() == DeviceLamp.Kind.PRINTER && lamp.state() == ConnectionState.OK));
    }

    private static Map<String, Object> plate() {
        return Map.of("sscc", "104000000010000019", "item", Map.of("sku", "GL-0101", "name", "수분크림"), "quantity", 10);
    }

    @Test
    void theSameLabelComesOutAgainAsOftenAsItIsAskedFor() throws InterruptedException {
        BlockingQueue<LabelEnd> ends = new LinkedBlockingQueue<>();
        awaitPrinter();
        for (boolean again : List.of(false, true, true)) {
            devices.labels().print(new LabelJob("plate:1", "license-plate", plate(), again), ends::add);
            assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .returns(LabelEnd.Outcome.CONFIRMED, LabelEnd::outcome);
        }
        assertThat(bench.labels()).hasSize(3);
        devices.labels().print(new LabelJob("plate:1", "license-plate", plate(), false), ends::add);
        assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("nobody asked for it again")
                .returns(LabelEnd.Outcome.FAILED, LabelEnd::outcome);
        assertThat(bench.labels()).hasSize(3);
    }

    @Test
    void aCheckCharacterThatLooksLikeASeparatorIsNotRead() throws Exception {
        Map<String, Object> party = Map.of("name", "김", "phone", "02-1", "postcode", "06236", "address", "서울");
        Map<String, Object> data = Map.ofEntries(
                Map.entry("waybill", "238877701260"),
                Map.entry("carrier", "LOTTE"),
                Map.entry("routing", "L33-7"),
                Map.entry("orderNumber", "1"),
                Map.entry("parcel", Map.of("number", 1, "of", 1)),
                Map.entry("recipient", party),
                Map.entry("sender", party),
                Map.entry("items", List.of()));
        byte[] zpl = new LabelWriter(new ZplLanguage())
                .write(LabelTemplates.bundled(CLOCK).fill("waybill", data), Dpi.of(203));
        assertThat(new LabelEye()
                        .read(new LabelPreview(new ZplLanguage(), Dpi.DPI_203)
                                .draw(zpl)
                                .image()))
                .contains("238877701260");
    }

    @Test
    void anUnpluggedScannerLosesItsScanAndSaysSo() {
        bench.cable(DeviceLamp.Kind.SCANNER).unplug();
        await().atMost(PATIENCE).until(() -> !bench.scanner().isConnected());
        assertThat(bench.scan("8809091000010")).isFalse();
        bench.cable(DeviceLamp.Kind.SCANNER).replug();
        await().atMost(PATIENCE).until(() -> bench.scanner().isConnected());
        assertThat(List.of(bench.scan("8809091000010"))).containsExactly(true);
    }
}
