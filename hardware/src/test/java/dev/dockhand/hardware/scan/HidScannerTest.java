package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScanner;
import dev.dockhand.rules.Drawn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of HID scanners, over a report stream and piece by piece. */
class HidScannerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long SECOND = 1_000_000_000L;
    private static final ScannerProfiles PROFILES = ScannerProfiles.load();
    private static final HidLayout WITH_AIM = layout("hid-lsr118");

    private static HidLayout layout(String id) {
        HidLayout layout = PROFILES.byId(id).orElseThrow().hid();
        assertThat(layout).isNotNull();
        return layout;
    }

    private static byte[] report(String aim, String data, boolean continued) {
        byte[] report = new byte[64];
        report[0] = 2;
        report[1] = (byte) data.length();
        System.arraycopy(aim.getBytes(StandardCharsets.US_ASCII), 0, report, 2, aim.length());
        System.arraycopy(data.getBytes(StandardCharsets.US_ASCII), 0, report, 5, data.length());
        report[63] = (byte) (continued ? 1 : 0);
        return report;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static List<String> shown(List<Frame> frames) {
        return frames.stream()
                .map(frame -> switch (frame) {
                    case Frame.Data data -> new String(data.bytes(), StandardCharsets.ISO_8859_1);
                    case Frame.TooLong tooLong -> "too long " + tooLong.bytes();
                    case Frame.Torn torn -> "torn " + torn.bytes();
                })
                .toList();
    }

    @Test
    void aCodeOfSixtyCharactersComesInTwoReports() {
        String code = "x".repeat(56) + "tail";
        byte[] both = joined(report("]C0", code.substring(0, 56), true), report("]C0", "tail", false));
        assertThat(shown(new HidFramer(WITH_AIM).accept(both, 0))).containsExactly("]C0" + code);
    }

    @Test
    void aReportWithoutIdentifierAndOneOfAnotherKindAreUnderstood() {
        byte[] other = new byte[64];
        other[0] = 5;
        byte[] all =
                joined(other, report("", "A1", false), new byte[] {1, 2, 9}, report("]E0", "8801234567893", false));
        assertThat(shown(new HidFramer(WITH_AIM).accept(all, 0))).containsExactly("A1", "]E08801234567893");
    }

    @Test
    void anotherCodeInTheMiddleTearsTheFirst() {
        byte[] all = joined(report("]C0", "first", true), report("]E0", "8801234567893", false));
        assertThat(shown(new HidFramer(WITH_AIM).accept(all, 0))).containsExactly("torn 5", "]E08801234567893");
    }

    @Test
    void halfACodeIsTornAfterASecondAndDoesNotSpoilTheNext() {
        HidFramer framer = new HidFramer(WITH_AIM);
        framer.accept(report("]C0", "first", true), 0);
        framer.accept(Arrays.copyOf(report("]C0", "second", false), 30), 0);
        assertThat(framer.patience(SECOND / 2, LONG)).isEqualTo(Duration.ofMillis(500));
        assertThat(framer.idle(SECOND / 2)).isEmpty();
        assertThat(shown(framer.idle(SECOND))).containsExactly("torn 35");
        assertThat(shown(framer.accept(report("]C0", "third", false), 2 * SECOND)))
                .containsExactly("]C0third");
    }

    @Test
    void aCodeThatNeverEndsIsNamedAndDropped() {
        HidFramer framer = new HidFramer(WITH_AIM);
        List<Frame> found = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            found.addAll(framer.accept(report("]Q0", "x".repeat(56), i < 99), 0));
        }
        assertThat(shown(found)).singleElement().asString().startsWith("too long ");
        assertThat(shown(framer.accept(report("", "A1", false), 0))).containsExactly("A1");
    }

    @Test
    void howTheReportsAreCutMakesNoDifference() {
        Drawn.each(500, drawn -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            List<String> codes = new ArrayList<>();
            for (int size : drawn.list(1, 6, () -> drawn.between(1, 128))) {
                String code = "k".repeat(size);
                codes.add("]C1" + code);
                for (int from = 0; from < code.length(); from += 56) {
                    int to = Math.min(code.length(), from + 56);
                    all.writeBytes(report("]C1", code.substring(from, to), to < code.length()));
                }
            }
            HidFramer framer = new HidFramer(WITH_AIM);
            List<Frame> found = new ArrayList<>();
            byte[] bytes = all.toByteArray();
            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + drawn.between(1, 100));
                found.addAll(framer.accept(Arrays.copyOfRange(bytes, from, to), 0));
                from = to;
            }
            assertThat(shown(found)).isEqualTo(codes);
        });
    }

    @Test
    void garbageNeverFailsAndIsOverAfterASecond() {
        Drawn.each(500, drawn -> {
            HidFramer framer = new HidFramer(WITH_AIM);
            framer.accept(drawn.bytes(500), 0);
            framer.idle(SECOND);
            assertThat(shown(framer.accept(report("]C0", "A1", false), 2 * SECOND)))
                    .containsExactly("]C0A1");
        });
    }

    @Test
    void aLayoutBeyondTheReportIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HidLayout(2, 64, 1, 0, 10, 56, 63));
        assertThat(PROFILES.byUsb("1eab:8303")).map(ScannerProfile::id).contains("hid-newland");
        assertThat(PROFILES.byUsb("0000:0000")).isEmpty();
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hid-lsr118", "hid-newland"})
    void scansArriveOverAReportStreamThroughHalfReportsGarbageAndUnplugging(String id) throws Exception {
        assumeThat(VirtualPty.supported()).isTrue();
        HidLayout layout = layout(id);
        BlockingQueue<ScanEvent> heard = new LinkedBlockingQueue<>();
        VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.NONE);
        ScanReader reader = new ScanReader("scanner", new AtomicLong()::incrementAndGet, InstantSource.system());
        ScannerConversation talk = new ScannerConversation(PROFILES.byId(id).orElseThrow(), reader, heard::add);
        try (VirtualPty end = new VirtualPty(folder.resolve("hidraw0"))) {
            end.serve(scanner);
            PortAddress address = PortAddress.parse("hidraw:" + folder.resolve("hidraw0"));
            try (DeviceLink link =
                    new DeviceLink("scanner", address, new AnyOpener(), talk, InstantSource.system()).start()) {
                await().atMost(LONG).until(() -> link.status().isOpen() && scanner.isConnected());
                String code = "0108801234567893" + "10" + "L".repeat(20) + "\u001d21" + "S".repeat(20);
                scanner.scan(layout, "]d2", code);
                assertThat(text(heard)).isEqualTo(code);

                end.dials().byteByByte(true);
                end.dials().garbage(new byte[] {9, 9, 9});
                scanner.scan(layout, "]d2", code);
                assertThat(text(heard)).isEqualTo(code);

                end.dials().byteByByte(false);
                end.dials().unplugAfter(64);
                scanner.scan(layout, "]d2", code);
                await().atMost(LONG).until(() -> link.status().state() == ConnectionState.LOST);
                end.replug();
                await().atMost(LONG).until(() -> link.status().isOpen() && scanner.isConnected());
                scanner.scan(layout, "]C0", "AFTER");
                assertThat(text(heard)).isEqualTo("AFTER");
                assertThat(heard).isEmpty();
            }
        }
    }

    private static String text(BlockingQueue<ScanEvent> heard) throws InterruptedException {
        ScanEvent event = heard.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).isInstanceOf(Scan.class);
        return ((Scan) event).text();
    }
}
