package dev.dockhand.app.demo;

import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelPreview;
import dev.dockhand.hardware.label.ZplLanguage;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.PrintedLabel;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import dev.dockhand.hardware.virtual.VirtualScanner;
import java.awt.image.BufferedImage;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bench with no hardware: a scanner, a scale and a printer that speak real bytes over the loopback network. Each can be
 * given faults and unplugged. Used by the demo, by training and by the proofs.
 */
public final class VirtualBench implements AutoCloseable {

    /** The usual scale of a packing bench. */
    public static final String TOLEDO = "toledo-8217";

    private static final Logger LOG = LoggerFactory.getLogger(VirtualBench.class);

    private final FarEnd scannerEnd = FarEnd.socket();
    private final FarEnd scaleEnd = FarEnd.socket();
    private final FarEnd printerEnd = FarEnd.socket();
    private final VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.CR_LF);
    private final VirtualScalePan pan = VirtualScalePan.parcel();
    private final VirtualPrinter printer;
    private final String scaleProfile;
    private final LabelPreview preview = new LabelPreview(new ZplLanguage(), Dpi.DPI_203);
    private final LabelEye eye = new LabelEye();
    private final List<BenchLabel> labels = new CopyOnWriteArrayList<>();
    private final List<Consumer<BenchLabel>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService artist = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("labels of the virtual printer").factory());

    private VirtualBench(String scaleProfile, InstantSource clock) {
        this.scaleProfile = scaleProfile;
        this.printer = new VirtualPrinter(printerEnd, clock);
    }

    /**
     * Sets a bench up and switches it on.
     *
     * @param scaleProfile {@code toledo-8217} or {@code mt-sics}
     * @param clock the time that labels are kept with
     */
    public static VirtualBench open(String scaleProfile, InstantSource clock) {
        VirtualBench bench = new VirtualBench(scaleProfile, clock);
        VirtualScale scale = VirtualScale.forProfile(scaleProfile, bench.pan)
                .orElseThrow(() -> new IllegalArgumentException("there is no virtual scale for " + scaleProfile));
        bench.scannerEnd.serve(bench.scanner);
        bench.scaleEnd.serve(scale);
        bench.printer.onLabel(bench::draw);
        bench.printer.start();
        return bench;
    }

    /** The devices as a station sets them up. */
    public List<DeviceSettings> settings() {
        return List.of(
                new DeviceSettings("scanner", DeviceLamp.Kind.SCANNER, "scanner", address(scannerEnd), null),
                new DeviceSettings("scale", DeviceLamp.Kind.SCALE, "scale", address(scaleEnd), scaleProfile),
                new DeviceSettings("printer", DeviceLamp.Kind.PRINTER, "printer", address(printerEnd), "zpl"));
    }

    private static String address(FarEnd end) {
        return end.address().uri();
    }

    /**
     * Pulls the scanner's trigger.
     *
     * @param code what the code says, with its symbology identifier where the scanner sends one
     * @return false when no station listens: the scan is lost
     */
    public boolean scan(String code) {
        return scanner.scan(code);
    }

    /** The scanner. */
    public VirtualScanner scanner() {
        return scanner;
    }

    /** The pan of the scale, with its dials. */
    public VirtualScalePan pan() {
        return pan;
    }

    /** The printer, with its dials. */
    public VirtualPrinter printer() {
        return printer;
    }

    /** The cable of one device, to pull it, to stall it, or to send garbage over it. */
    public FarEnd cable(DeviceLamp.Kind device) {
        return switch (device) {
            case SCANNER -> scannerEnd;
            case SCALE -> scaleEnd;
            case PRINTER -> printerEnd;
            case KEYBOARD -> throw new IllegalArgumentException("a keyboard has no cable here");
        };
    }

    /** Every label that came out and was looked at, in order. */
    public List<BenchLabel> labels() {
        return List.copyOf(labels);
    }

    /** Tells of each label once its picture is drawn, on a thread of its own. */
    public void onLabel(Consumer<BenchLabel> listener) {
        listeners.add(listener);
    }

    private void draw(PrintedLabel paper) {
        try {
            artist.execute(() -> {
                try {
                    show(paper);
                } catch (RuntimeException e) {
                    LOG.error("label {} could not be looked at", paper.number(), e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("label {} came out while the bench closes", paper.number());
        }
    }

    private void show(PrintedLabel paper) {
        BufferedImage image = picture(paper);
        String code = image == null ? null : eye.read(image).orElse(null);
        BenchLabel label = new BenchLabel(paper, image, code);
        labels.add(label);
        for (Consumer<BenchLabel> listener : listeners) {
            try {
                listener.accept(label);
            } catch (RuntimeException e) {
                LOG.error("label {} could not be shown", paper.number(), e);
            }
        }
    }

    private @Nullable BufferedImage picture(PrintedLabel paper) {
        try {
            return preview.draw(paper.bytes()).image();
        } catch (LabelException e) {
            LOG.error("label {} cannot be drawn: {}", paper.number(), e.getMessage());
            return null;
        }
    }

    /** Switches everything off. */
    @Override
    public void close() {
        artist.shutdown();
        scannerEnd.close();
        scaleEnd.close();
        printerEnd.close();
    }
}
