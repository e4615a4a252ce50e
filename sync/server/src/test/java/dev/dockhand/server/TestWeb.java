package dev.dockhand.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A web server on this machine that gives a picture, and much else in its place. */
final class TestWeb implements AutoCloseable {

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;
    private final byte[] red;

    TestWeb(byte[] red) throws IOException {
        this.red = red;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String at(String path) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path);
    }

    Set<String> asked() {
        return asked;
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        asked.add(path);
        try (call) {
            switch (path) {
                case "/red.png" -> send(call, 200, red);
                case "/lying.png" -> send(call, 200, "<html>login</html>".getBytes(StandardCharsets.UTF_8));
                case "/cut.png" -> send(call, 200, Arrays.copyOf(red, red.length - 20));
                case "/huge.png" -> {
                    // Without a length, so that only counting helps.
                    call.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 64; i++) {
                        call.getResponseBody().write(new byte[64 * 1024]);
                    }
                }
                case "/slow.png" -> {
                    call.sendResponseHeaders(200, red.length);
                    call.getResponseBody().write(red, 0, 20);
                    call.getResponseBody().flush();
                    wait(over);
                }
                case "/away.png" -> {
                    call.getResponseHeaders().add("Location", "/red.png?from=away");
                    send(call, 302, new byte[0]);
                }
                case "/round.png" -> {
                    call.getResponseHeaders().add("Location", "/round.png");
                    send(call, 302, new byte[0]);
                }
                case "/inside.png" -> {
                    call.getResponseHeaders().add("Location", "file:///etc/passwd");
                    send(call, 302, new byte[0]);
                }
                default -> send(call, 404, new byte[0]);
            }
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
