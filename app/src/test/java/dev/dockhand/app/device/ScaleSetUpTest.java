package dev.dockhand.app.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockhand.app.device.DeviceSetUp.Answer;
import dev.dockhand.app.device.DeviceSetUp.Hearing;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.scale.ScaleProfile;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scale.ScaleWizard;
import dev.dockhand.hardware.scale.ScaleWizard.Advice;
import dev.dockhand.hardware.scale.ScaleWizard.Recording;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Finds out what a scale on a real PTY speaks while the station holds the port, applies what was found, and weighs: the port
 * is opened with the settings of one profile after the other.
 */
@Execution(ExecutionMode.CONCURRENT)
class ScaleSetUpTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private static DeviceSettings scale(String address, String profile) {
        return new DeviceSettings("scale", DeviceLamp.Kind.SCALE, "scale", address, profile);
    }

    private static List<Recording> heard(StationDevices devices, String address) {
        CompletableFuture<List<Recording>> over = new CompletableFuture<>();
        devices.setUp().hear("scale", address, hearing -> {
            if (hearing instanceof Hearing.Over(var recordings)) {
                over.complete(recordings);
            }
        });
        return over.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static void awaitShown(StationDevices devices, int grams) {
        await().atMost(PATIENCE).until(() -> {
            LiveWeight weight = devices.weigher().live();
            BigDecimal value = weight == null ? null : weight.value();
            if (weight == null || value == null || !weight.state().equals("STABLE")) {
                return false;
            }
            boolean kilograms = weight.unit().equalsIgnoreCase("kg");
            return (kilograms ? value.movePointRight(3) : value).intValue() == grams;
        });
    }

    @ParameterizedTest
    @CsvSource({"toledo-8217, mt-sics, EQUAL", "nci, toledo-8217, EQUAL", "mt-sics, toledo-8217, CLEAR"})
    void aScaleOnASerialLineIsFoundOutAndWeighsWithWhatIsSuggested(
            String speaks, String setAs, ScaleWizard.Verdict verdict) throws IOException {
        assumeTrue(VirtualPty.supported());
        VirtualScalePan pan = VirtualScalePan.parcel();
        try (VirtualPty line = new VirtualPty(folder.resolve("line"))) {
            line.serve(VirtualScale.forProfile(speaks, pan).orElseThrow());
            String address = "serial:" + line.address().path();
            DeviceFiles.devices(folder).write(List.of(scale(address, setAs)));
            try (StationDevices devices = new StationDevices(
                            folder,
                            new AnyOpener(),
                            ScaleProfiles.load(),
                            LabelTemplates.bundled(CLOCK),
                            () -> Dpi.DPI_203,
                            CLOCK,
                            Duration.ofMillis(800))
                    .start()) {
                List<Recording> empty = heard(devices, address);
                pan.load(2500);
                Advice advice = ScaleWizard.judge(empty, heard(devices, address));
                assertThat(advice.verdict()).isEqualTo(verdict);
                ScaleProfile found = advice.suggestion().orElseThrow();
                CompletableFuture<Answer> answer = new CompletableFuture<>();
                devices.setUp().change("scale", address, found.id(), null, answer::complete);
                assertThat(answer.join().good()).isTrue();
                awaitShown(devices, 2500);
                pan.load(1234);
                awaitShown(devices, 1234);
                assertThat(devices.lamps().getFirst().state()).isEqualTo(ConnectionState.OK);
                assertThat(DeviceFiles.devices(folder).read()).containsExactly(scale(address, found.id()));
                assertThat(found.address(address)).isInstanceOf(PortAddress.Serial.class);
            }
        }
    }
}
