package dev.dockhand.app.proof;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.ui.OnScreen;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualDevice;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the moment at which the scale has written the last byte of the first frame with another weight, to the moment at which
 * the first frame of the station window with this weight was drawn. A parcel waits to be weighed and the pan moves, so that
 * every weight is shown and none is taken. How long the scale waits to be asked is not in it.
 */
@ExtendWith(OnScreen.class)
class ScaleBenchmark {

    private static final GeneratedShop SHOP = new GeneratedShop(60, 1, 2);
    private static final String PROFILE = "mt-sics";
    private static final int WEIGHTS = 300;
    private static final int FIRST_GRAMS = 1_000;
    private static final Pattern WEIGHT = Pattern.compile("([0-9.]+) (k?g)");
    private static final double AIM_MILLIS = 60;

    @TempDir
    Path folder;

    private final Figures figures = new Figures();
    private final Random random = new Random(20261127);
    private final VirtualScalePan pan = VirtualScalePan.parcel();
    private final SynchronousQueue<Long> drawn = new SynchronousQueue<>();
    private volatile int wanted;
    private volatile long wrote;
    /** What the window shows; of the JavaFX thread. */
    private int shown;

    @Test
    void fromTheLastByteOfAFrameToItsPixels() throws Exception {
        figures.title("scale: last byte of a frame to drawn screen, " + WEIGHTS + " weights, " + PROFILE);
        try (FarEnd socket = FarEnd.socket()) {
            measure("TCP", socket, folder.resolve("tcp"));
        }
        try (VirtualPty pty = new VirtualPty(folder.resolve("scale"))) {
            measure("PTY", pty, folder.resolve("pty"));
        }
        figures.fact("aim: p99 in ms", AIM_MILLIS);
        figures.load();
    }

    private void measure(String transport, FarEnd end, Path home) throws Exception {
        VirtualScale scale = VirtualScale.forProfile(PROFILE, pan).orElseThrow();
        end.serve(tapped(scale));
        pan.motion(true);
        DeviceSettings settings = new DeviceSettings(
                "scale", DeviceLamp.Kind.SCALE, "scale", end.address().uri(), PROFILE);
        Files.createDirectories(home);
        try (Warehouse warehouse = Warehouse.open(home, SHOP);
                WindowBench bench =
                        new WindowBench(home, warehouse.office(), warehouse.throughCable(), SHOP.orders(), settings)) {
            bench.worker().work(view -> view.screen().scale());
            OnScreen.run(() -> Frames.watch(bench.window().scene(), () -> shown, this::drawn));
            bench.program().bench().onView(this::handed);
            Histogram spread = new Histogram(3);
            for (int i = 0; i < WEIGHTS; i++) {
                TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(200));
                spread.recordValue(weigh(FIRST_GRAMS + i));
            }
            figures.times(transport + ": last byte to drawn screen", spread);
            double p99 = spread.getValueAtPercentile(99) / 1e6;
            figures.fact(transport + ": p99 within the aim", p99 < AIM_MILLIS);
        }
        pan.load(0);
        wanted = 0;
    }

    private long weigh(int grams) throws InterruptedException {
        wrote = 0;
        wanted = grams;
        pan.load(grams);
        Long at = drawn.poll(60, TimeUnit.SECONDS);
        if (at == null) {
            throw new AssertionError(grams + " g were never drawn");
        }
        return at - wrote;
    }

    private void handed(BenchView view) {
        LiveWeight weight = view.weight();
        BigDecimal value = weight == null ? null : weight.value();
        int grams = weight == null || value == null ? 0 : grams(value, weight.unit());
        Platform.runLater(() -> shown = grams);
    }

    private static int grams(BigDecimal value, String unit) {
        return (unit.equals("kg") ? value.movePointRight(3) : value).intValue();
    }

    private void drawn(long grams) {
        if (grams != 0 && grams == wanted) {
            long now = System.nanoTime();
            wanted = 0;
            drawn.offer(now);
        }
    }

    /** The scale on a line that tells when the first frame with the wanted weight was written. */
    private VirtualDevice tapped(VirtualScale scale) {
        return line -> scale.serve(new Wire() {
            @Override
            public byte[] read(Duration wait) throws PortException {
                return line.read(wait);
            }

            @Override
            public int write(byte[] bytes, Duration limit) throws PortException {
                int count = line.write(bytes, limit);
                long now = System.nanoTime();
                Matcher frame = WEIGHT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
                if (wrote == 0 && frame.find() && grams(new BigDecimal(frame.group(1)), frame.group(2)) == wanted) {
                    wrote = now;
                }
                return count;
            }

            @Override
            public void close() {
                line.close();
            }
        });
    }
}
