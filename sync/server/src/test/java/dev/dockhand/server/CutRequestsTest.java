package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dockhand.server.store.ServerDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** A network that breaks is no error of the server: a line, and no stack trace. */
@Isolated("hears every line of the log")
class CutRequestsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final Logger root = (Logger) LoggerFactory.getLogger("dev.dockhand");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final java.util.logging.Logger helidon = java.util.logging.Logger.getLogger("io.helidon");
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler loud = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
                warnings.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.start();
        // Commands in other tests make it quieter.
        root.setLevel(Level.INFO);
        root.addAppender(log);
        helidon.addHandler(loud);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        helidon.removeHandler(loud);
        assertThat(warnings).isEmpty();
    }

    private List<String> lines(String part) {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> text.contains(part))
                .toList();
    }

    private static void send(TestServer shop, String text, boolean reset) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", shop.server.port())) {
            socket.setSoLinger(reset, 0);
            socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }

    @Test
    void aRequestThatIsCutIsOneLineWithoutATrace() throws Exception {
        try (TestServer shop = TestServer.on(DATABASE, folder)) {
            String key = shop.enrol("ST-1");
            String half = """
                POST /v1/events?epoch=1 HTTP/1.1
                Host: x
                Dockhand-Protocol: 1
                Authorization: Bearer %s
                Content-Length: 1000

                {"half":\
                """.formatted(key);
            String chunked = half.replace("Content-Length: 1000", "Transfer-Encoding: chunked")
                    .replace("{\"half\":", "400\n{\"half\":");
            send(shop, half, false);
            send(shop, half, true);
            send(shop, chunked, false);
            send(shop, chunked, true);
            send(shop, "POST /v1/eve", true);
            send(shop, "POST /v1/events HTTP/1.1\nHost: x\nContent-Le", false);
            send(shop, "POST /v1/events HTTP/1.1\nHost: x\nContent-Le", true);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lines("left before the end of its request"))
                            .hasSize(4));
            assertThat(log.list)
                    .noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                    .noneMatch(line -> line.getThrowableProxy() != null);
        }
    }

    @Test
    void anAnswerThatNobodyTakesIsOneLineWithoutATrace() throws Exception {
        try (TestServer shop = TestServer.on(DATABASE, folder)) {
            for (int i = 0; i < 20; i++) {
                send(shop, "GET /openapi.json HTTP/1.1\nHost: x\n\n".repeat(20), true);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lines("left before the end of its answer"))
                            .isNotEmpty());
            assertThat(log.list)
                    .noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                    .noneMatch(line -> line.getThrowableProxy() != null);
        }
    }

    /** Read as a proxy reads it that asks for a connection each time. */
    @Test
    void anAnswerOnAConnectionThatClosesBehindItIsWhole() throws Exception {
        try (TestServer shop = TestServer.on(DATABASE, folder)) {
            for (String path : List.of("/health/live", "/openapi.json", "/nowhere")) {
                try (Socket socket = new Socket("127.0.0.1", shop.server.port())) {
                    socket.setSoTimeout((int) PATIENCE.toMillis());
                    String question = "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path);
                    socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
                    String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(answer)
                            .as(path)
                            .contains("Connection: close", "Transfer-Encoding: chunked")
                            .endsWith("\r\n0\r\n\r\n");
                }
            }
        }
    }
}
