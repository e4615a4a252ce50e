package dev.dockhand.app.proof;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sockets that are silent, drip their headers, stop within their body or do not read a snapshot, and that come back as often as
 * the server closes them.
 */
final class SlowSockets implements AutoCloseable {

    private static final int SOCKETS = 50;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SECOND = 1_000;
    private static final int LONGEST_SECONDS = 60;
    private static final int SMALL_WINDOW = 4096;

    private final int port;
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Opens them.
     *
     * @param key of a station, which a snapshot is only given to
     */
    SlowSockets(int port, String key) {
        this.port = port;
        String head = "Host: x\r\nDockhand-Protocol: 1\r\nAuthorization: Bearer " + key + "\r\n";
        List<String> kinds = List.of(
                "",
                "GET /v1/feed HTTP/1.1\r\nHost: x\r\nX: ",
                "POST /v1/events?epoch=1 HTTP/1.1\r\n" + head + "Content-Length: 100000\r\n\r\n{",
                "GET /v1/snapshot HTTP/1.1\r\n" + head + "\r\n");
        for (int i = 0; i < SOCKETS; i++) {
            String said = kinds.get(i % kinds.size());
            callers.submit(() -> hold(said));
        }
    }

    /** How many are open now. */
    int open() {
        return open.get();
    }

    private void hold(String said) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(SMALL_WINDOW);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                open.incrementAndGet();
                try {
                    socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                    socket.setSoTimeout(SECOND);
                    sit(socket, said);
                } finally {
                    open.decrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                // Closed, or the server is away: it comes again.
                pause();
            }
        }
    }

    private static void sit(Socket socket, String said) throws IOException, InterruptedException {
        boolean drips = said.endsWith("X: ");
        boolean reads = !said.contains("snapshot");
        for (int second = 0; second < LONGEST_SECONDS; second++) {
            if (drips) {
                socket.getOutputStream().write('x');
            }
            if (!reads) {
                TimeUnit.MILLISECONDS.sleep(SECOND);
            } else if (hasEnded(socket)) {
                return;
            }
        }
    }

    /** Waits a second for the other side to close. */
    private static boolean hasEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SECOND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
