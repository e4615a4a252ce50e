package dev.dockhand.hardware.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection to a network device ends. */
@Timeout(30)
class SocketWireTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** With answers unread, or coming still, the system would end it by a reset, and a printer may drop what it holds. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDeviceIsHeardToItsEndAfterTheLastByteHasLeft(boolean interrupted) throws Exception {
        byte[] label = new byte[40_000];
        Arrays.fill(label, (byte) 'A');
        try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newCachedThreadPool()) {
            Wire wire = new TcpOpener().open(PortAddress.parse("tcp://127.0.0.1:" + printer.getLocalPort()));
            Future<Boolean> ended;
            try (Socket line = printer.accept()) {
                line.getOutputStream().write('1');
                assertThat(wire.write(label, LIMIT)).isEqualTo(label.length);
                ended = threads.submit(() -> end(wire, interrupted));
                assertThat(line.getInputStream().readAllBytes()).isEqualTo(label);
                line.getOutputStream().write('2');
                assertThat(ended.isDone()).as("ended before the device did").isFalse();
            }
            assertThat(ended.get()).as("still interrupted").isEqualTo(interrupted);
        }
    }

    private static boolean end(Wire wire, boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        wire.close();
        return Thread.interrupted();
    }

    @Test
    void aDeviceThatNeverHangsUpIsNotWaitedForLong() throws Exception {
        try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Wire wire = new TcpOpener().open(PortAddress.parse("tcp://127.0.0.1:" + printer.getLocalPort()));
            try (Socket line = printer.accept()) {
                long before = System.nanoTime();
                wire.close();
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
                assertThat(line.getInputStream().read()).as("the end").isEqualTo(-1);
            }
        }
    }
}
