package dev.dockhand.app.proof;

import dev.dockhand.app.demo.VirtualBench;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import dev.dockhand.hardware.virtual.VirtualScanner;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scanner, scale and printer that outlive the stations at them. Of each label that came out they know the waybill alone. */
final class LastingDevices implements Hands, AutoCloseable {

    private static final Pattern WAYBILL = Pattern.compile("6329\\d{8}");
    private static final int LOOKS = 75;
    private static final int LOOK_MILLIS = 20;
    private static final long LOST_NANOS = 30_000_000_000L;

    private final FarEnd scannerEnd = FarEnd.socket();
    private final FarEnd scaleEnd = FarEnd.socket();
    private final FarEnd printerEnd = FarEnd.socket();
    private final VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.CR_LF);
    private final VirtualScalePan pan = VirtualScalePan.parcel();
    private final Map<String, Integer> labels = new ConcurrentHashMap<>();

    LastingDevices() {
        scannerEnd.serve(scanner);
        scaleEnd.serve(VirtualScale.forProfile(VirtualBench.TOLEDO, pan).orElseThrow());
        VirtualPrinter printer = new VirtualPrinter(printerEnd, InstantSource.system());
        printer.dials().labelTime(Duration.ofMillis(LOOK_MILLIS));
        printer.onLabel(label -> printed(label.bytes()));
        printer.start();
    }

    private void printed(byte[] label) {
        Matcher waybill = WAYBILL.matcher(new String(label, StandardCharsets.ISO_8859_1));
        if (waybill.find()) {
            labels.merge(waybill.group(), 1, Integer::sum);
        }
    }

    List<DeviceSettings> settings() {
        return List.of(
                new DeviceSettings("scanner", DeviceLamp.Kind.SCANNER, "scanner", uri(scannerEnd), null),
                new DeviceSettings("scale", DeviceLamp.Kind.SCALE, "scale", uri(scaleEnd), VirtualBench.TOLEDO),
                new DeviceSettings("printer", DeviceLamp.Kind.PRINTER, "printer", uri(printerEnd), "zpl"));
    }

    private static String uri(FarEnd end) {
        return end.address().uri();
    }

    /** How often a label with each waybill came out. */
    Map<String, Integer> labels() {
        return labels;
    }

    /** Whether no station is at the scanner. */
    boolean areFree() {
        return !scanner.isConnected();
    }

    /** A scan of a station that was killed meanwhile is lost. */
    @Override
    public void scan(String text) throws InterruptedException {
        long deadline = System.nanoTime() + LOST_NANOS;
        while (!scanner.scan(text) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Override
    public void load(BigDecimal grams) {
        pan.load(grams);
    }

    /** A label that is still on its way is waited for. */
    @Override
    public boolean hasLabel(String waybill) throws InterruptedException {
        for (int look = 0; look < LOOKS && !labels.containsKey(waybill); look++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return labels.containsKey(waybill);
    }

    @Override
    public void close() {
        scannerEnd.close();
        scaleEnd.close();
        printerEnd.close();
    }
}
