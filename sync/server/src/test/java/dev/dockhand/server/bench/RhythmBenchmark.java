package dev.dockhand.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.TestPostgres;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationSettings;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an act of a whole station takes from when it is done until the server has applied it and the station knows, at
 * several rhythms. Run with {@code mvn -Pbench -pl sync/server -am test}.
 */
class RhythmBenchmark {

    private static final StationId NAME = new StationId("ST-1");
    private static final OperatorId KIM = new OperatorId("kim");
    private static final int ACTS = Integer.getInteger("dockhand.bench.acts", 300);

    @TempDir
    Path folder;

    private record Done(long number, long at) {}

    @Test
    void anActIsAppliedSoonAtAnyRhythm() throws Exception {
        TestPostgres.onDisk();
        List<String> slow = new ArrayList<>();
        try (TestServer shop = TestServer.storingIn(TestPostgres.freshDatabase(), folder.resolve("server"));
                Station station = open(shop)) {
            shop.load("operators", "operator,name,badge,pin,role,active\nkim,Kim,OP-1,2580,PICKER,true\n");
            for (long millis : List.of(50, 1_000, 250, 100, 50, 20, 10)) {
                List<Long> nanos = acts(station, Duration.ofMillis(millis), millis < 1_000 ? ACTS : ACTS / 10);
                double p50 = Rate.at(nanos, 0.5);
                System.out.println(String.format(
                        Locale.ROOT,
                        "an act each %,5d ms: p50 %6.1f ms, p99 %6.1f ms",
                        millis,
                        p50,
                        Rate.at(nanos, 0.99)));
                if (p50 >= 20) {
                    slow.add(millis + " ms");
                }
            }
        }
        assertThat(slow).isEmpty();
    }

    private Station open(TestServer shop) throws Exception {
        String code = shop.post("/v1/admin/enrolment-codes", "{\"station\":\"ST-1\"}")
                .body()
                .path("code")
                .asText();
        Path at = folder.resolve("station");
        Station.enrol(at, URI.create(shop.server.url()), code, NAME, HttpExchange::new);
        return Station.open(at, Station.Parts.real(StationSettings.USUAL, InstantSource.system(), new SecureRandom()));
    }

    private static List<Long> acts(Station station, Duration rhythm, int count) throws Exception {
        Queue<Done> open = new ConcurrentLinkedQueue<>();
        AtomicLong last = new AtomicLong();
        List<Long> nanos = new CopyOnWriteArrayList<>();
        station.onSync(status -> {
            long now = System.nanoTime();
            for (Done one = open.peek();
                    one != null && one.number() <= last.get() - status.waiting();
                    one = open.peek()) {
                open.remove();
                nanos.add(now - one.at());
            }
        });
        long due = System.nanoTime();
        for (int i = 0; i < count; i++) {
            due += rhythm.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
            long start = System.nanoTime();
            long number = station.record(List.of(Draft.free(KIM, new Act.SignedOut(), List.of())))
                    .getFirst()
                    .seq();
            open.add(new Done(number, start));
            last.set(number);
        }
        Awaitility.await().until(() -> station.sync().waiting() == 0);
        return nanos;
    }
}
