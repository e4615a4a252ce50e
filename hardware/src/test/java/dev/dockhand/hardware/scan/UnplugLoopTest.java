package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.LinkStatus;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScanner;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** A scanner that is unplugged and plugged in again a hundred times leaves nothing behind. */
@Isolated("counts the threads, open files and log lines of the whole process")
class UnplugLoopTest {

    private static final int TIMES = 100;
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Test
    void aHundredLossesLeakNothingAndTheLogStaysReadable() throws Exception {
        assumeThat(VirtualPty.supported()).isTrue();
        Logger logger = (Logger) LoggerFactory.getLogger("dev.dockhand.hardware");
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
        try {
            lose();
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }
        assertThat(log.list).hasSizeLessThanOrEqualTo(6 * TIMES).allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).hasSizeLessThan(300);
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
        });
    }

    private void lose() throws Exception {
        VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.CR);
        BlockingQueue<ScanEvent> heard = new LinkedBlockingQueue<>();
        BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
        ScanReader reader = new ScanReader("scanner", () -> 1, InstantSource.system());
        ScannerConversation talk =
                new ScannerConversation(ScannerProfiles.load().usual(), reader, heard::add);
        List<Long> millis = new ArrayList<>();
        try (VirtualPty end = new VirtualPty(folder.resolve("scanner"))) {
            end.serve(scanner);
            try (DeviceLink link =
                    new DeviceLink("scanner", end.address(), new AnyOpener(), talk, InstantSource.system())) {
                link.listen((LinkStatus status) -> states.add(status.state()));
                link.start();
                awaitState(states, ConnectionState.SILENT);
                scanAndHear(scanner, heard);
                long threads = threads();
                long files = openFiles();
                for (int i = 0; i < TIMES; i++) {
                    end.unplug();
                    awaitState(states, ConnectionState.LOST);
                    end.replug();
                    long start = System.nanoTime();
                    awaitState(states, ConnectionState.SILENT);
                    millis.add((System.nanoTime() - start) / 1_000_000);
                    scanAndHear(scanner, heard);
                }
                await().atMost(LONG).untilAsserted(() -> {
                    assertThat(threads()).isLessThanOrEqualTo(threads);
                    assertThat(openFiles()).isLessThanOrEqualTo(files);
                });
            }
        }
        millis.sort(null);
        Files.writeString(
                Files.createDirectories(Path.of(System.getProperty("dockhand.module.dir"), "target", "figures"))
                        .resolve("reconnect.txt"),
                "reconnect after plugging in, %d times: p50 %d ms, p99 %d ms, most %d ms%n"
                        .formatted(TIMES, millis.get(TIMES / 2), millis.get(TIMES * 99 / 100), millis.getLast()));
    }

    private static void awaitState(BlockingQueue<ConnectionState> states, ConnectionState wanted)
            throws InterruptedException {
        ConnectionState state = states.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        while (state != null && state != wanted) {
            state = states.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(state).isEqualTo(wanted);
    }

    /** A scan while the scanner's own thread still takes the new line is lost, as with a real one. */
    private static void scanAndHear(VirtualScanner scanner, BlockingQueue<ScanEvent> heard)
            throws InterruptedException {
        ScanEvent event = null;
        for (int i = 0; i < 200 && event == null; i++) {
            scanner.scan("A1");
            event = heard.poll(100, TimeUnit.MILLISECONDS);
        }
        assertThat(event).isInstanceOf(Scan.class);
        heard.clear();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(device|write|close|virtual) .*"))
                .count();
    }

    private static long openFiles() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }
}
