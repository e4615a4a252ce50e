package dev.dockhand.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CableTest {

    private static final byte[] PUSH = "POST /v1/events HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger served = new AtomicInteger();
    private ServerSocket far;
    private Cable cable;

    @BeforeEach
    void plugIn() throws IOException {
        far = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        cable = new Cable(far.getLocalPort());
    }

    @AfterEach
    void putAway() throws IOException {
        cable.close();
        far.close();
    }

    @Test
    void aTransferEndsWhereTheCableIsPulledAndAnotherRunsWhenItIsBack() throws IOException {
        serve(socket -> {
            byte[] block = new byte[8 * 1024];
            while (true) {
                socket.getOutputStream().write(block);
            }
        });
        try (Socket station = connect()) {
            InputStream in = station.getInputStream();
            assertThat(in.readNBytes(1024 * 1024)).hasSize(1024 * 1024);
            cable.pull();
            assertThat(cable.isPulled()).isTrue();
            assertThatThrownBy(() -> {
                        while (in.read(new byte[64 * 1024]) >= 0) {
                            // What was on its way still arrives.
                        }
                        throw new IOException("the end of the bytes");
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(answers()).isFalse();
        cable.plug();
        assertThat(answers()).isTrue();
    }

    @Test
    void everyReplyIsLostOnceAfterTheServerHasServed() throws IOException {
        serve(socket -> {
            assertThat(socket.getInputStream().readNBytes(PUSH.length)).isEqualTo(PUSH);
            served.incrementAndGet();
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        cable.loseEveryReplyOnce();
        assertThat(push()).isFalse();
        assertThat(push()).isTrue();
        assertThat(push()).isFalse();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(served).hasValue(3);
            assertThat(cable.repliesLost()).isEqualTo(2);
        });
    }

    private boolean push() throws IOException {
        try (Socket station = connect()) {
            station.getOutputStream().write(PUSH);
            return station.getInputStream().read() >= 0;
        }
    }

    private boolean answers() throws IOException {
        try (Socket station = connect()) {
            return station.getInputStream().read() >= 0;
        } catch (java.net.SocketException e) {
            return false;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), cable.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private void serve(Serving serving) {
        Thread.ofVirtual().start(() -> {
            while (!far.isClosed()) {
                try (Socket socket = far.accept()) {
                    serving.serve(socket);
                } catch (IOException e) {
                    // The far end of a pulled cable.
                }
            }
        });
    }

    /** What the far end does. */
    private interface Serving {
        void serve(Socket socket) throws IOException;
    }
}
