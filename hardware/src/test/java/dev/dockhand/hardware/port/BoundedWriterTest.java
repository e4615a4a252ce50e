package dev.dockhand.hardware.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dockhand.hardware.virtual.VirtualPty;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a slow line takes while the limit of a write passes is neither lost nor sent twice. */
class BoundedWriterTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private static byte[] numbered(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i / 256 * 31 + i);
        }
        return bytes;
    }

    /** As whoever sends something long does: goes on behind what was taken. */
    private static void sendAll(Wire wire, byte[] bytes, Duration limit) throws PortException {
        int sent = 0;
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (sent < bytes.length && System.nanoTime() - deadline < 0) {
            sent += wire.write(Arrays.copyOfRange(bytes, sent, bytes.length), limit);
        }
    }

    private int slowly(byte[] bytes, int from, int length) {
        LockSupport.parkNanos(40_000_000L);
        synchronized (line) {
            line.write(bytes, from, length);
        }
        return length;
    }

    private byte[] arrived() {
        synchronized (line) {
            return line.toByteArray();
        }
    }

    @Test
    void aLabelOnASlowLineArrivesByteForByteHoweverOftenItsLimitPasses() throws Exception {
        BoundedWriter writer = new BoundedWriter("slow", this::slowly);
        byte[] label = numbered(5_000);
        int sent = 0;
        for (int call = 0; call < 1_000 && sent < label.length; call++) {
            sent += writer.write(Arrays.copyOfRange(label, sent, label.length), Duration.ofMillis(60));
        }
        writer.close();
        assertThat(arrived()).isEqualTo(label);
    }

    @Test
    void theSameOverASerialPortWhoseOtherEndReadsSlowly() throws Exception {
        assumeThat(VirtualPty.supported()).as("PTYs need Linux").isTrue();
        byte[] label = numbered(100_000);
        CountDownLatch whole = new CountDownLatch(1);
        try (VirtualPty pty = new VirtualPty(folder.resolve("printer"))) {
            pty.serve(far -> {
                while (line.size() < label.length) {
                    byte[] bytes = far.read(Duration.ofMillis(20));
                    synchronized (line) {
                        line.writeBytes(bytes);
                    }
                    LockSupport.parkNanos(bytes.length * 20_000L);
                }
                whole.countDown();
            });
            try (Wire wire = new SerialOpener().open(pty.address())) {
                sendAll(wire, label, Duration.ofMillis(30));
                assertThat(whole.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(arrived()).isEqualTo(label);
    }

    @Test
    void anotherTextIsSentWholeBehindWhatWasTakenLate() throws Exception {
        BoundedWriter writer = new BoundedWriter("slow", this::slowly);
        byte[] first = "first".getBytes(StandardCharsets.US_ASCII);
        assertThat(writer.write(first, Duration.ofMillis(10))).isZero();
        assertThat(writer.write("other".getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(5)))
                .isEqualTo(5);
        assertThat(writer.write(first, Duration.ofSeconds(5))).isEqualTo(5);
        writer.close();
        assertThat(new String(arrived(), StandardCharsets.US_ASCII)).isEqualTo("firstotherfirst");
    }
}
