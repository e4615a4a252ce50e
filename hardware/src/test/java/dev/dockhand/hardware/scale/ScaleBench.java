package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualDevice;
import dev.dockhand.hardware.virtual.VirtualPty;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long it takes from the last byte of a frame to the reading. */
class ScaleBench {

    private static final int WARM = 200;
    private static final int FRAMES = 2_000;

    @ParameterizedTest
    @CsvSource({"toledo-8217, pty", "toledo-8217, socket", "cas-22, pty", "hid-scale, socket"})
    void fromTheLastByteToTheReading(String id, String transport, @TempDir Path folder) {
        assumeTrue(transport.equals("socket") || VirtualPty.supported());
        ScaleProfile usual = ScaleProfiles.load().byId(id).orElseThrow();
        ScaleProfile profile = usual.with(usual.poll().timed(Duration.ofMillis(20), Duration.ofSeconds(5)));
        Clocked scale = new Clocked(Golden.frames(id).getFirst(), usual.poll().unasked());
        Queue<Long> took = new ConcurrentLinkedQueue<>();
        ScaleConversation talk = new ScaleConversation(profile, "scale", InstantSource.system(), reading -> {
            if (reading.grams().isPresent()) {
                took.add(System.nanoTime() - scale.sentAt);
            }
        });
        try (FarEnd end = transport.equals("socket") ? FarEnd.socket() : new VirtualPty(folder.resolve("scale"));
                DeviceLink link =
                        new DeviceLink("scale", end.address(), new AnyOpener(), talk, InstantSource.system())) {
            end.serve(scale);
            link.start();
            await().atMost(Duration.ofMinutes(5)).until(() -> took.size() >= WARM + FRAMES);
        }
        long[] nanos =
                took.stream().skip(WARM).mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "scale %s over %s: last byte to reading, %d frames: p50 %.2f ms, p99 %.2f ms, most %.2f ms%n",
                id, transport, nanos.length, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
        assertThat(nanos).hasSizeGreaterThanOrEqualTo(FRAMES);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))] / 1e6;
    }

    /** Sends one frame, asked or every 20 ms, and notes when. */
    private static final class Clocked implements VirtualDevice {
        private final byte[] frame;
        private final boolean streams;
        private volatile long sentAt;

        Clocked(byte[] frame, boolean streams) {
            this.frame = Arrays.copyOf(frame, frame.length);
            this.streams = streams;
        }

        @Override
        public void serve(Wire line) throws PortException, InterruptedException {
            while (!Thread.interrupted()) {
                boolean asked = line.read(Duration.ofMillis(20)).length > 0;
                if (asked || streams) {
                    sentAt = System.nanoTime();
                    line.write(frame, Duration.ofSeconds(1));
                }
            }
            throw new InterruptedException();
        }
    }
}
