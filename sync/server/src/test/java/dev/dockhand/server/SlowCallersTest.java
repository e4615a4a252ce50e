package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.server.http.Limits;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sockets that are silent, slow or do not read take nothing from those who work. */
class SlowCallersTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final int PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Takes little at a time, as a radio that is nearly out of reach. */
    private Socket open(TestServer shop) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", shop.server.port()), PATIENCE_MILLIS);
        return socket;
    }

    private Socket sending(TestServer shop, String text) throws IOException {
        Socket socket = open(shop);
        say(socket, text);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String head(String line, String key) {
        return "%s HTTP/1.1\nHost: x\nDockhand-Protocol: 1\nAuthorization: Bearer %s\n".formatted(line, key);
    }

    private static TestServer.Answer push(TestServer shop, String key) throws Exception {
        return shop.send(shop.request("/v1/events?epoch=1", key).POST(BodyPublishers.ofByteArray(new byte[0])));
    }

    /** A snapshot that fits into no buffer of a socket. */
    private static void manyItems(TestServer shop) throws Exception {
        String[] names =
                shop.get("/v1/admin/status").body().path("warehouse").asText().split("/");
        Site site = Site.of(names[0], names[1]);
        DATABASE.database().useTransaction(site, tx -> tx.update("""
            INSERT INTO item
            SELECT :company, :warehouse, 'b/I' || n, repeat('이름', 100), 'name', false, false, 100, ''
            FROM generate_series(1, 4000) AS n\
            """).execute());
    }

    @Test
    void whoAsksForSnapshotsAndDoesNotReadThemHoldsNoConnectionToTheDatabase() throws Exception {
        try (TestServer shop = TestServer.on(DATABASE, folder)) {
            String key = shop.enrol("ST-1");
            manyItems(shop);
            for (int i = 0; i < 12; i++) {
                Socket slow = sending(shop, head("GET /v1/snapshot", shop.enrol("SLOW-" + i)) + "\n");
                // Its head came, so the rest is under way.
                assertThat(slow.getInputStream().read()).isEqualTo('H');
            }
            assertThat(push(shop, key).status()).isEqualTo(200);
            assertThat(shop.get("/v1/admin/stock").status()).isEqualTo(200);
            assertThat(shop.send(shop.request("/v1/snapshot", key).GET()).text().lines())
                    .as("the head and the items")
                    .hasSizeGreaterThan(4000);
            hangUp();
        }
    }

    @Test
    void whoAsksForAnotherSnapshotGivesUpTheOneBefore() throws Exception {
        try (TestServer shop = TestServer.on(DATABASE, folder)) {
            String key = shop.enrol("ST-1");
            manyItems(shop);
            Socket dead = sending(shop, head("GET /v1/snapshot", key) + "\n");
            assertThat(dead.getInputStream().read()).isEqualTo('H');
            assertThat(shop.send(shop.request("/v1/snapshot", key).GET()).text().lines())
                    .hasSizeGreaterThan(4000);
            assertThat(text(dead)).hasSizeLessThan(2_000_000).doesNotContain("Read timed out");
        }
    }

    @Test
    void whatIsSilentHalfSentOrNotReadIsClosedAndALongPollIsNot() throws Exception {
        Limits limits = new Limits(SOON, SOON, SOON, SOON.multipliedBy(2), 100, 100);
        try (TestServer shop = TestServer.on(DATABASE, folder, limits)) {
            String key = shop.enrol("ST-1");
            manyItems(shop);
            Socket poll = sending(
                    shop,
                    head("GET /v1/feed?cursor=%d&wait=3".formatted(cursor(shop, key)), key) + "Connection: close\n\n");
            open(shop);
            sending(shop, "GET /v1/fe");
            sending(shop, head("GET /v1/feed", key));
            sending(shop, head("POST /v1/events?epoch=1", key) + "Content-Length: 1000\n\n{\"half\":");
            sending(shop, head("POST /v1/admin/imports/items", key) + "Content-Length: 1000\n\nsku");
            sending(shop, "GET /health/live HTTP/1.1\nHost: x\n\nGET /hea");
            sending(shop, head("GET /v1/snapshot", key) + "\n");
            // Whoever reads now finds what was sent before it was closed, not all of it.
            Thread.sleep(SOON.multipliedBy(5));
            for (Socket socket : sockets.subList(1, sockets.size())) {
                assertThat(text(socket)).hasSizeLessThan(2_000_000).doesNotContain("Read timed out");
            }
            assertThat(text(poll)).startsWith("HTTP/1.1 200");
        }
    }

    private static long cursor(TestServer shop, String key) throws Exception {
        return shop.send(shop.request("/v1/feed?cursor=0", key).GET())
                .body()
                .path("cursor")
                .asLong();
    }

    @Test
    void oneByteNowAndThenIsNoProgress() throws Exception {
        Limits limits = new Limits(SOON, SOON, LATE, SOON.multipliedBy(2), 100, 100);
        try (TestServer shop = TestServer.on(DATABASE, folder, limits)) {
            String key = shop.enrol("ST-1");
            Socket headers = sending(shop, "GET /health/live HTTP/1.1\nHost: x\nX: ");
            Socket body = sending(shop, head("POST /v1/events?epoch=1", key) + "Content-Length: 1000\n\n");
            assertThat(drips(headers)).isLessThan(100);
            assertThat(drips(body)).isLessThan(100);
        }
    }

    /** How many single bytes the other side takes. */
    private static int drips(Socket socket) throws InterruptedException {
        for (int sent = 0; sent < 100; sent++) {
            try {
                say(socket, "x");
            } catch (IOException e) {
                return sent;
            }
            Thread.sleep(SOON.toMillis() / 4);
        }
        return 100;
    }

    @Test
    void silentSocketsMakeRoomForThoseWhoWork() throws Exception {
        Limits limits = new Limits(LATE, LATE, LATE, LATE, 40, 50);
        try (TestServer shop = TestServer.on(DATABASE, folder, limits)) {
            String key = shop.enrol("ST-1");
            for (int i = 0; i < 150; i++) {
                if (i % 2 == 0) {
                    open(shop);
                } else {
                    sending(shop, "POST /v1/events HTTP/1.1\nHost: x\nContent-Le");
                }
                if (i % 30 == 0) {
                    Socket worker = sending(
                            shop, head("POST /v1/events?epoch=1", key) + "Connection: close\nContent-Length: 0\n\n");
                    assertThat(text(worker)).startsWith("HTTP/1.1 200");
                }
            }
        }
    }

    @Test
    void whoWorksIsClosedForNobodyAndWhoFindsNoRoomIsToldSo() throws Exception {
        Limits limits = new Limits(LATE, LATE, LATE, LATE, 4, 50);
        try (TestServer shop = TestServer.on(DATABASE, folder, limits)) {
            String key = shop.enrol("ST-1");
            long cursor = cursor(shop, key);
            List<CompletableFuture<String>> polls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Socket poll = sending(
                        shop, head("GET /v1/feed?cursor=%d&wait=4".formatted(cursor), key) + "Connection: close\n\n");
                polls.add(CompletableFuture.supplyAsync(() -> text(poll)));
            }
            Thread.sleep(1_500);
            // Told so before it asks; who has asked already may hear the close first.
            assertThat(text(open(shop))).startsWith("HTTP/1.1 503").contains("Retry-After", "\"BUSY\"");
            for (CompletableFuture<String> poll : polls) {
                assertThat(poll.get(60, TimeUnit.SECONDS)).startsWith("HTTP/1.1 200");
            }
        }
    }

    private static String text(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
