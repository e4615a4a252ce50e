package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScanner;
import dev.dockhand.hardware.virtual.VirtualSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A virtual scanner over real ports, heard through the whole chain. */
class ScannerConversationTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final BlockingQueue<ScanEvent> heard = new LinkedBlockingQueue<>();
    private final VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.CR_LF);
    private FarEnd end;
    private DeviceLink link;
    private ScannerConversation talk;

    enum Kind {
        SOCKET,
        PTY
    }

    private void connect(Kind kind) {
        connect(kind, "serial");
    }

    private void connect(Kind kind, String profile) {
        if (kind == Kind.PTY) {
            assumeThat(VirtualPty.supported()).as("PTYs need Linux").isTrue();
        }
        end = kind == Kind.PTY ? new VirtualPty(folder.resolve("scanner")) : new VirtualSocket();
        end.serve(scanner);
        ScanReader reader = new ScanReader("scanner", new AtomicLong()::incrementAndGet, InstantSource.system());
        talk = new ScannerConversation(ScannerProfiles.load().byId(profile).orElseThrow(), reader, heard::add);
        link = new DeviceLink("scanner", end.address(), new AnyOpener(), talk, InstantSource.system()).start();
        awaitConnection();
    }

    private void awaitConnection() {
        await().atMost(LONG).until(() -> link.status().isOpen() && scanner.isConnected());
    }

    @AfterEach
    void pack() {
        if (link != null) {
            link.close();
            end.close();
        }
    }

    private ScanEvent next() throws InterruptedException {
        ScanEvent event = heard.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).as("a scan").isNotNull();
        return event;
    }

    private String nextText() throws InterruptedException {
        return next() instanceof Scan scan ? scan.text() : "refused";
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aBurstOfAThousandScansArrivesWholeAndInOrder(Kind kind) throws Exception {
        connect(kind);
        List<String> codes =
                IntStream.range(0, 1_000).mapToObj(i -> "880%010d".formatted(i)).toList();
        for (String code : codes) {
            assertThat(scanner.scan(code)).isTrue();
        }
        for (int i = 0; i < codes.size(); i++) {
            ScanEvent event = next();
            assertThat(event.sequence()).isEqualTo(i + 1);
            assertThat(((Scan) event).text()).isEqualTo(codes.get(i));
        }
        assertThat(heard).isEmpty();
        assertThat(link.status().state()).isEqualTo(ConnectionState.OK);
    }

    @ParameterizedTest
    @EnumSource(VirtualScanner.Ending.class)
    void everyEndingIsUnderstoodByteByByte(VirtualScanner.Ending ending) throws Exception {
        connect(Kind.PTY);
        scanner.ending(ending);
        end.dials().byteByByte(true);
        for (String code : List.of("8801234567893", "]C1010880123456789310A\u001d21B")) {
            scanner.scan(code);
            assertThat(((Scan) next()).text()).isEqualTo(code.replace("]C1", ""));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aCodeCutByThePulledCableIsForgottenAndTheNextOneIsWhole(Kind kind) throws Exception {
        connect(kind);
        scanner.scan("FIRST");
        assertThat(nextText()).isEqualTo("FIRST");
        end.dials().unplugAfter(3);
        scanner.scan("SECOND");
        await().atMost(LONG).until(() -> link.status().state() == ConnectionState.LOST);
        end.replug();
        awaitConnection();
        scanner.scan("THIRD");
        assertThat(nextText()).isEqualTo("THIRD");
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void halfAFrameIsToldAndTheScannerIsUnderstoodAgain(Kind kind) throws Exception {
        connect(kind);
        scanner.scan("FIRST");
        assertThat(nextText()).isEqualTo("FIRST");
        end.dials().truncateNext(4);
        scanner.scan("SECOND");
        assertThat(((RefusedScan) next()).reason()).isEqualTo(RefusedScan.Reason.TORN);
        scanner.scan("THIRD");
        assertThat(nextText()).isEqualTo("THIRD");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void garbageAheadOfACodeIsRefusedAndNotReadIntoIt(Kind kind) throws Exception {
        connect(kind);
        end.dials().garbage(new byte[] {0x00, (byte) 0xFF, 0x11});
        scanner.scan("8801234567893");
        assertThat(((RefusedScan) next()).reason()).isEqualTo(RefusedScan.Reason.NOT_UTF8);
        scanner.send("x".repeat(9_000).getBytes(StandardCharsets.US_ASCII));
        scanner.scan("");
        assertThat(((RefusedScan) next()).reason()).isEqualTo(RefusedScan.Reason.TOO_LONG);
        scanner.scan("8801234567893");
        assertThat(nextText()).isEqualTo("8801234567893");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aScannerThatWaitsIsToldGoodOrBadAndGoesOn(Kind kind) throws Exception {
        scanner.suspends(true);
        connect(kind, "honeywell-ack");
        scanner.scan("FIRST");
        scanner.scan("SECOND");
        assertThat(nextText()).isEqualTo("FIRST");
        talk.answer(true);
        assertThat(nextText()).isEqualTo("SECOND");
        talk.answer(false);
        assertThat(scanner.heard().poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("1B 37 2C");
        assertThat(scanner.heard().poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("1B 38 2C");
        talk.answer(true);
        scanner.scan("THIRD");
        assertThat(nextText()).isEqualTo("THIRD");
        assertThat(scanner.heard()).as("a verdict that nobody waits for").isEmpty();
    }

    @Test
    void aScannerThatCannotBeToldHearsNothing() throws Exception {
        connect(Kind.SOCKET);
        scanner.scan("FIRST");
        assertThat(nextText()).isEqualTo("FIRST");
        talk.answer(true);
        scanner.scan("SECOND");
        assertThat(nextText()).isEqualTo("SECOND");
        assertThat(scanner.heard()).isEmpty();
    }
}
