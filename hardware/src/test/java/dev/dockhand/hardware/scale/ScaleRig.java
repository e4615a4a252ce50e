package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualDevice;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A virtual scale on a real line, a link to it, and a watch over the capture rules: every reading is tried, and what would be
 * captured must be what lies on the pan.
 */
final class ScaleRig implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final VirtualScalePan pan;
    final FarEnd end;
    final ScaleConversation conversation;
    final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final DeviceLink link;
    private final int tolerance;
    private volatile List<Integer> onPan = List.of(0);

    ScaleRig(ScaleProfile profile, String transport, Path folder, VirtualDevice device, VirtualScalePan pan) {
        this.pan = pan;
        this.tolerance = profile.id().endsWith("-lb") ? 5 : 0;
        this.end = transport.equals("socket") ? FarEnd.socket() : new VirtualPty(folder.resolve("scale"));
        this.end.serve(device);
        this.conversation = new ScaleConversation(profile, "scale", InstantSource.system(), this::on);
        this.link = new DeviceLink("scale", address(transport), new AnyOpener(), conversation, InstantSource.system());
    }

    /** The virtual scale of a profile, asked more often than a real one. */
    static ScaleRig of(String profileId, String transport, Path folder) {
        ScaleProfile profile = ScaleProfiles.load().byId(profileId).orElseThrow();
        VirtualScalePan pan = VirtualScalePan.parcel();
        VirtualDevice scale = VirtualScale.forProfile(profileId, pan).orElseThrow();
        ScaleProfile.Poll poll = profile.poll().timed(Duration.ofMillis(50), Duration.ofMillis(800));
        ScaleRig rig = new ScaleRig(profile.with(poll), transport, folder, scale, pan);
        rig.link.start();
        return rig;
    }

    private PortAddress address(String transport) {
        return transport.equals("stream")
                ? new PortAddress.DeviceFile(Path.of(((PortAddress.Serial) end.address()).path()))
                : end.address();
    }

    private void on(Reading reading) {
        WeightCapture seen = WeightCapture.of(WeightCapture.Rules.usual()).on(reading);
        if (seen.capture(reading.time()) instanceof WeightCapture.Captured captured
                && onPan.stream().noneMatch(grams -> isAbout(captured.grams(), grams))) {
            wrong.add("captured " + captured.grams() + " of " + reading + " where the pan holds " + onPan);
        }
        readings.add(reading);
    }

    private boolean isAbout(BigDecimal grams, int wanted) {
        return grams.subtract(BigDecimal.valueOf(wanted)).abs().intValue() <= tolerance;
    }

    /** Puts this on the pan and waits for the scale to show it. */
    void put(int grams, ReadingState state) {
        onPan = List.of(onPan.getLast(), grams);
        pan.load(grams);
        awaitShown(grams, state);
        onPan = List.of(grams);
    }

    /** From now on only this may be captured; nothing at all when nothing is given. */
    void onlyTrue(Integer... grams) {
        onPan = List.of(grams);
    }

    void awaitShown(int grams, ReadingState state) {
        await(reading -> reading.state() == state
                && reading.grams().filter(shown -> isAbout(shown, grams)).isPresent());
    }

    void await(ReadingState state) {
        await(reading -> reading.state() == state);
    }

    /** Waits for a reading that comes from now on. */
    void await(Predicate<Reading> wanted) {
        int before = readings.size();
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> readings.stream().skip(before).anyMatch(wanted));
    }

    /** Waits until so many more readings came. */
    void awaitMore(int count) {
        int before = readings.size();
        org.awaitility.Awaitility.await().atMost(PATIENCE).until(() -> readings.size() >= before + count);
    }

    void nothingWrongWasCaptured() {
        assertThat(wrong).isEmpty();
    }

    @Override
    public void close() {
        link.close();
        end.close();
    }
}
