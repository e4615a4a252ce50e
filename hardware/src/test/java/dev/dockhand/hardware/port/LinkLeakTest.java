package dev.dockhand.hardware.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts the threads and open files of the whole process")
class LinkLeakTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    /** A device and how often it was lost. */
    private record Connected(FarEnd end, DeviceLink link, AtomicInteger losses) {
        static Connected to(FarEnd end) {
            end.serve(DeviceLinkTest.ANSWERER);
            AtomicInteger losses = new AtomicInteger();
            DeviceLink link = new DeviceLink(
                    "tester", end.address(), new AnyOpener(), DeviceLinkTest.ASKING, InstantSource.system());
            link.listen(status -> losses.addAndGet(status.state() == ConnectionState.LOST ? 1 : 0));
            return new Connected(end, link.start(), losses);
        }

        void awaitOk() {
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> link.status().state() == ConnectionState.OK);
        }

        void close() {
            link.close();
            end.close();
        }

        void pullAndPlug() {
            int before = losses.get();
            end.unplug();
            end.replug();
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(2))
                    // Not the state: on a busy machine the link may be back before this looks.
                    .until(() -> losses.get() > before);
        }
    }

    @Test
    void nothingLeaksWhenTheCableIsPulledAHundredTimes() throws IOException {
        List<Connected> all = Stream.concat(
                        Stream.of(new VirtualSocket()),
                        VirtualPty.supported() ? Stream.of(new VirtualPty(folder.resolve("tty"))) : Stream.empty())
                .map(Connected::to)
                .toList();
        try {
            pullAndPlug(all, 5);
            int files = openFiles();
            int threads = Thread.activeCount();
            pullAndPlug(all, 100);
            await().atMost(LONG).untilAsserted(() -> assertThat(openFiles()).isLessThanOrEqualTo(files + 3));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2));
        } finally {
            all.forEach(Connected::close);
        }
        assertThat(all).allMatch(connected -> connected.losses().get() >= 105);
    }

    /** Each round waits for the connections; after the replugging only as long as the reopening takes. */
    private static void pullAndPlug(List<Connected> all, int times) {
        for (int i = 0; i < times; i++) {
            all.forEach(Connected::awaitOk);
            all.forEach(Connected::pullAndPlug);
        }
        all.forEach(Connected::awaitOk);
    }

    private static int openFiles() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(own)) {
            return (int) files.count();
        }
    }
}
