package dev.dockhand.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Codes are guessed at a real server by 64 at once, before and after it was started again; its log gives nothing away. */
@Isolated("hears every line of the log")
class EnrolmentStormTest {

    @TempDir
    private Path folder;

    private final Logger root = (Logger) LoggerFactory.getLogger("dev.dockhand");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        log.start();
        before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.setLevel(before);
        root.detachAppender(log);
    }

    private static int tried(TestServer shop, String code) throws Exception {
        return shop.send(shop.request("/v1/enrol", "")
                        .POST(BodyPublishers.ofString(
                                "{\"code\":\"%s\",\"station\":\"S01\",\"usedEpoch\":0}".formatted(code))))
                .status();
    }

    private static List<Integer> storm(TestServer shop) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                String code = "AAAAA-%05d".formatted(i);
                all.add(threads.submit(() -> {
                    go.await();
                    return tried(shop, code);
                }));
            }
            go.countDown();
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> one : all) {
            answers.add(one.get());
        }
        return answers;
    }

    @Test
    void exactlyFiveOf64AreTriedAndNoneAfterARestart() throws Exception {
        try (TestServer shop = TestServer.embedded(folder)) {
            List<Integer> answers = storm(shop);
            assertThat(answers).containsOnly(403, 429);
            assertThat(answers).filteredOn(status -> status == 403).hasSize(5);
        }
        try (TestServer shop = TestServer.embedded(folder)) {
            assertThat(storm(shop)).containsOnly(429);
        }
    }

    @Test
    void noSecretReachesTheLog() throws Exception {
        List<String> secrets = new ArrayList<>(List.of("246810", "WRONG-SECRT"));
        try (TestServer shop = TestServer.embedded(folder)) {
            shop.load("operators", "operator,name,badge,pin,role,active\nop-1,x,B-1,246810,SUPERVISOR,true\n");
            String code = shop.post("/v1/admin/enrolment-codes", "{\"station\":\"S01\"}")
                    .body()
                    .path("code")
                    .asText();
            assertThat(tried(shop, "WRONG-SECRT")).isEqualTo(403);
            String key = shop.enrol("S01");
            String secret = key.substring(key.indexOf('.') + 1);
            String sealed = shop.send(shop.request("/v1/pin-pepper", key).GET())
                    .body()
                    .path("sealed")
                    .asText();
            byte[] pepper = PinPepper.open(sealed, secret).orElseThrow().secret();
            shop.post("/v1/admin/enrolment-codes", "{\"station\":\"S01\"}");
            secrets.addAll(List.of(code, secret, sealed, "argon2id"));
            secrets.add(Base64.getEncoder().withoutPadding().encodeToString(pepper));
        }
        assertThat(log.list).isNotEmpty().allSatisfy(line -> {
            String text = line.getFormattedMessage() + line.getThrowableProxy();
            assertThat(text).doesNotContain(secrets);
        });
    }
}
