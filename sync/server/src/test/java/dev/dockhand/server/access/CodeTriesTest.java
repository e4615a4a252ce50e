package dev.dockhand.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.server.access.RefusedException.Reason;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever guesses codes has exactly so many tries, however fast they come and whatever is restarted. */
class CodeTriesTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String ATTACKER = "10.0.0.66";

    private volatile Instant now = Instant.parse("2026-11-27T00:00:00Z");
    private final TestAccess warehouse = new TestAccess(DATABASE, () -> now);
    private final Site site = warehouse.site;
    private final Enrolments enrolments = warehouse.access.enrolments();

    /** A server process on the database. */
    private Enrolments server() {
        return warehouse.started(DATABASE.database(), () -> now).enrolments();
    }

    private Reason guess(Enrolments at, String from) {
        return attempt(at, "AAAAA-AAAAA", "S01", from);
    }

    private static Reason attempt(Enrolments at, String code, String station, String from) {
        try {
            at.enrol(new Enrolment.Request(code, new StationId(station), 0), from);
            throw new AssertionError("it was enrolled");
        } catch (RefusedException e) {
            return e.reason();
        }
    }

    private Map<Reason, Integer> storm(List<Enrolments> servers, int threads) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Reason>> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                Enrolments at = servers.get(i % servers.size());
                all.add(pool.submit(() -> {
                    go.await();
                    return guess(at, ATTACKER);
                }));
            }
            go.countDown();
        }
        Map<Reason, Integer> counted = new TreeMap<>();
        for (Future<Reason> one : all) {
            counted.merge(one.get(), 1, Integer::sum);
        }
        return counted;
    }

    private long rows() {
        return DATABASE.database()
                .readAcross(rows -> rows.query("SELECT count(*) FROM enrolment_try")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void of64ThreadsExactlyFiveAreTried() throws Exception {
        assertThat(storm(List.of(enrolments), 64)).isEqualTo(Map.of(Reason.CODE_INVALID, 5, Reason.TOO_MANY_TRIES, 59));
    }

    @Test
    void twoServersOnOneDatabaseCountTogether() throws Exception {
        assertThat(storm(List.of(enrolments, server()), 64))
                .isEqualTo(Map.of(Reason.CODE_INVALID, 5, Reason.TOO_MANY_TRIES, 59));
    }

    @Test
    void aRestartForgetsNoTry() {
        for (int i = 0; i < 3; i++) {
            assertThat(guess(enrolments, ATTACKER)).isEqualTo(Reason.CODE_INVALID);
        }
        Enrolments restarted = server();
        for (int i = 0; i < 2; i++) {
            assertThat(guess(restarted, ATTACKER)).isEqualTo(Reason.CODE_INVALID);
        }
        assertThat(guess(server(), ATTACKER)).isEqualTo(Reason.TOO_MANY_TRIES);
        String right = server().newCode(site, new StationId("S01"), false).code();
        assertThat(attempt(server(), right, "S01", ATTACKER)).isEqualTo(Reason.TOO_MANY_TRIES);
    }

    @Test
    void theTriesCountForAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            guess(enrolments, ATTACKER);
            now = now.plusSeconds(60);
        }
        assertThat(guess(enrolments, ATTACKER)).isEqualTo(Reason.TOO_MANY_TRIES);
        now = now.plusSeconds(9 * 60);
        assertThat(guess(enrolments, ATTACKER)).as("the first one still counts").isEqualTo(Reason.TOO_MANY_TRIES);
        now = now.plusSeconds(60);
        assertThat(guess(enrolments, ATTACKER)).isEqualTo(Reason.CODE_INVALID);
        assertThat(guess(enrolments, ATTACKER)).isEqualTo(Reason.TOO_MANY_TRIES);
    }

    @Test
    void fromManyAddressesAHundredAreTriedAndTheTableHoldsNoMore() {
        for (int i = 0; i < 100; i++) {
            assertThat(guess(enrolments, "10.1.0." + i)).isEqualTo(Reason.CODE_INVALID);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(guess(server(), "10.2.0." + i)).isEqualTo(Reason.TOO_MANY_TRIES);
        }
        assertThat(rows()).isEqualTo(100);
        now = now.plusSeconds(15 * 60);
        enrolments.tidy();
        assertThat(rows()).isZero();
        assertThat(guess(enrolments, "10.2.0.1")).isEqualTo(Reason.CODE_INVALID);
    }

    @Test
    void aRightCodeIsNoTryAndAGuessedNameIsOne() {
        for (int i = 0; i < 8; i++) {
            StationId station = new StationId("S0" + i);
            String code = enrolments.newCode(site, station, false).code();
            assertThat(enrolments
                            .enrol(new Enrolment.Request(code, station, 0), ATTACKER)
                            .number())
                    .isEqualTo(i + 1);
        }
        assertThat(rows()).isZero();
        String found = enrolments.newCode(site, new StationId("S99"), false).code();
        for (int i = 10; i < 15; i++) {
            assertThat(attempt(enrolments, found, "S" + i, ATTACKER)).isEqualTo(Reason.CODE_FOR_OTHER_STATION);
        }
        assertThat(attempt(enrolments, found, "S99", ATTACKER)).isEqualTo(Reason.TOO_MANY_TRIES);
    }
}
