package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import dev.dockhand.station.link.Exchange;
import dev.dockhand.station.link.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** All stations of a large house, which one address hides, come back at once and have something to send. */
@Timeout(300)
class ManyStationsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int STATIONS = 500;
    private static final String ENROLLED = """
        INSERT INTO station SELECT :company, :warehouse, 'S' || n, n, encode(sha256(convert_to('secret' || n, 'UTF8')), 'hex'), 1, true, now(), NULL
        FROM generate_series(1, %d) AS n\
        """.formatted(STATIONS);

    private static final int ACTS = 8;
    private static final int MOST_A_PUSH = 5;

    /** As a station's link does, in less time. */
    private static final long LONGEST_WAIT_MILLIS = 4_000;

    private final ConcurrentSkipListSet<Integer> answers = new ConcurrentSkipListSet<>();

    @Test
    void fiveHundredAtOnceAllDrainAndNothingIsDoubled(@TempDir Path folder) throws Exception {
        Site site = DATABASE.freshSite();
        ServerSettings settings =
                ServerSettings.local(folder).storingIn(DATABASE.address()).workingFor(site);
        try (TestServer shop = new TestServer(Server.start(settings), site);
                Exchange network = new HttpExchange(URI.create(shop.server.url()))) {
            DATABASE.database().useTransaction(site, tx -> tx.update(ENROLLED).execute());
            List<Station> stations = new ArrayList<>();
            for (int i = 1; i <= STATIONS; i++) {
                stations.add(new Station(site, network, "S" + i, new Random(i)));
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Object> drained : threads.invokeAll(stations)) {
                    drained.get();
                }
            }
            assertThat(shop.get("/health/ready").status()).isEqualTo(200);
        }
        assertThat(answers).as("answers to pushes and polls").isSubsetOf(200, 503);
        assertThat(rows(
                        site,
                        "SELECT station FROM event WHERE company = :company AND warehouse = :warehouse"
                                + " GROUP BY station HAVING count(*) = " + ACTS + " AND count(DISTINCT seq) = " + ACTS))
                .hasSize(STATIONS);
        assertThat(rows(site, "SELECT station FROM quarantine WHERE company = :company AND warehouse = :warehouse"))
                .isEmpty();
    }

    private static List<String> rows(Site site, String sql) {
        return DATABASE.database()
                .read(site, tx -> tx.query(sql).mapTo(String.class).list());
    }

    /** One that sends what it has in parts, and hears of the others between them. */
    private final class Station implements Callable<Object> {

        private final TestJournal journal;
        private final Exchange exchange;
        private final Map<String, String> headers;
        private final Random chance;
        private long acked;
        private long cursor;

        private Station(Site site, Exchange exchange, String name, Random chance) {
            this.journal = new TestJournal(site, new StationId(name)).signOuts(ACTS);
            this.exchange = exchange;
            this.headers = Map.of(
                    Protocol.VERSION_HEADER, "1", "Authorization", "Bearer " + name + ".secret" + name.substring(1));
            this.chance = chance;
        }

        @Override
        public Object call() throws Exception {
            while (acked < journal.lastSeq()) {
                byte[] part = journal.lines(acked + 1, Math.min(journal.lastSeq(), acked + MOST_A_PUSH));
                acked = asked("POST", "/v1/events?epoch=1", part).path("acked").asLong();
                cursor = asked("GET", "/v1/feed?wait=0&cursor=" + cursor, new byte[0])
                        .path("cursor")
                        .asLong();
            }
            return acked;
        }

        /** The answer, asked for until there is one. */
        private JsonNode asked(String method, String path, byte[] body) throws Exception {
            for (long wait = 100; ; wait = Math.min(LONGEST_WAIT_MILLIS, 2 * wait)) {
                try {
                    Exchange.Answer answer = exchange.send(
                            new Exchange.Request(method, path, headers, body, Duration.ofSeconds(20), 1 << 20, null));
                    answers.add(answer.status());
                    if (answer.status() == 200) {
                        return TestServer.MAPPER.readTree(answer.body());
                    }
                } catch (IOException e) {
                    // No room was.
                }
                TimeUnit.MILLISECONDS.sleep(chance.nextLong(wait));
            }
        }
    }
}
