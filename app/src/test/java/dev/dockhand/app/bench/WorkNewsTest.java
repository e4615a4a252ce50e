package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.device.StationDevices;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the memory tells reaches the job that is being worked. */
class WorkNewsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-27T00:00:00Z"));

    @TempDir
    private Path folder;

    private final MemoryInRam memory = new MemoryInRam();
    private final List<Input> inputs = new CopyOnWriteArrayList<>();

    private final class Listening implements Flow<Boolean> {
        @Override
        public FlowId id() {
            return FlowId.SIGN_IN;
        }

        @Override
        public Boolean start(Lookup lookup) {
            return true;
        }

        @Override
        public Decision<Boolean> on(Boolean state, Input input, Lookup lookup) {
            inputs.add(input);
            return Decision.quiet(state);
        }

        @Override
        public Screen screen(Boolean state, Lookup lookup) {
            return Screen.of(id(), "listening", Text.of("plain", "listening"));
        }
    }

    @Test
    void newsThatComesTogetherIsOneRefreshAndLaterNewsAnother() throws IOException {
        BenchSettings settings = new BenchSettings("S1", new PlateNumbers(1, 1), BenchRules.USUAL, CLOCK);
        try (StationDevices devices = new StationDevices(
                        folder,
                        new AnyOpener(),
                        ScaleProfiles.load(),
                        LabelTemplates.bundled(CLOCK),
                        () -> Dpi.DPI_203,
                        CLOCK);
                BenchLoop bench = new BenchLoop(
                        memory,
                        Map.of(FlowId.SIGN_IN, new Listening()),
                        settings,
                        devices,
                        new CodeReader(new Gs1Reader(ApplicationIdentifiers.load(), CLOCK), code -> false))) {
            devices.start();
            AtomicBoolean began = new AtomicBoolean();
            bench.onView(view -> {
                if (began.compareAndSet(false, true)) {
                    memory.changes.accept(new Feed.StationHead(new StationId("S1"), 1, 1));
                    memory.changes.accept(new Feed.StationHead(new StationId("S2"), 1, 1));
                    memory.work.run();
                }
            });
            bench.start();
            await().until(() -> inputs.size() == 1);
            memory.work.run();
            await().until(() -> inputs.size() == 2);
            bench.scanned("X");
            await().until(() -> inputs.size() == 3);
        }
        assertThat(inputs.subList(0, 2)).containsExactly(new Input.Changed(), new Input.Changed());
    }
}
