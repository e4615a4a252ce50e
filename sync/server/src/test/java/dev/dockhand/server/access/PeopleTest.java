package dev.dockhand.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final TestAccess warehouse = new TestAccess(DATABASE, () -> now);
    private final Site site = warehouse.site;
    private final Stations stations = warehouse.access.stations();
    private final Enrolments enrolments = warehouse.access.enrolments();
    private final Callers callers = warehouse.access.callers();
    private final AccessKeys keys = warehouse.access.keys();

    @Test
    void aCodeIsExchangedForAKeyThatWorks() {
        Enrolment.Response response = enrol("ST-1");
        assertThat(response.number()).isEqualTo(1);
        assertThat(response.epoch()).isEqualTo(1);
        assertThat(response.serverEpoch()).isEqualTo(now.toEpochMilli());
        assertThat(callers.of("Bearer ST-1." + response.secret()))
                .contains(new Caller.Station(site, new StationId("ST-1"), 1, 1));
    }

    @Test
    void onlyAHashOfTheKeyIsStored() {
        String secret = enrol("ST-1").secret();
        String stored = DATABASE.database()
                .read(site, tx -> tx.query("""
                    SELECT key_hash FROM station WHERE company = :company AND warehouse = :warehouse\
                    """).mapTo(String.class).one());
        assertThat(stored).hasSize(64).isNotEqualTo(secret).doesNotContain(secret);
    }

    @Test
    void whoeverHasNoKeyIsNobody() {
        String secret = enrol("ST-1").secret();
        for (String header : List.of(
                "",
                "Bearer ",
                "Bearer .",
                "Bearer ST-1",
                "Bearer ST-1.",
                "Bearer ST-1.x" + secret,
                "Bearer ST-2." + secret,
                "Basic ST-1." + secret,
                "Bearer admin." + secret,
                "Bearer ST-1.ST-1." + secret,
                "Bearer ' OR 1=1 --." + secret,
                "Bearer " + "x".repeat(100_000) + "." + secret)) {
            assertThat(callers.of(header)).as(header).isEmpty();
        }
    }

    @Test
    void aStationThatWasEnrolledMoreOftenThanTheServerKnowsGetsAnEpochOfItsOwn() {
        assertThat(enrol("ST-1").epoch()).isEqualTo(1);
        assertThat(enrol("ST-1", 3).epoch()).isEqualTo(4);
        assertThat(enrol("ST-1", 1).epoch()).isEqualTo(5);
        assertThat(enrol("ST-2", 2).epoch()).isEqualTo(3);
        assertThat(enrol("ST-3", -7).epoch()).isEqualTo(1);
    }

    @Test
    void aCodeWorksOnceOnly() {
        String code = code("ST-1");
        enrolments.enrol(new Enrolment.Request(code, new StationId("ST-1"), 0), "here");
        assertRefused(RefusedException.Reason.CODE_INVALID, code, "ST-1");
    }

    @Test
    void ofTwoAtTheSameTimeOneGetsTheCode() throws Exception {
        String code = code("ST-1");
        List<Future<Boolean>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                Enrolment.Request request = new Enrolment.Request(code, new StationId("ST-1"), 0);
                String from = "from " + i;
                Callable<Boolean> attempt = () -> succeeds(request, from);
                all.add(threads.submit(attempt));
            }
        }
        int winners = 0;
        for (Future<Boolean> one : all) {
            winners += one.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
    }

    private boolean succeeds(Enrolment.Request request, String from) {
        try {
            enrolments.enrol(request, from);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    @Test
    void aCodeIsTooOldAfterAQuarterOfAnHour() {
        String code = code("ST-1");
        now = now.plus(Duration.ofMinutes(15).plusSeconds(1));
        assertRefused(RefusedException.Reason.CODE_INVALID, code, "ST-1");
    }

    @Test
    void aCodeMayBeTypedWithoutItsHyphenAndInLowerCase() {
        String code = code("ST-1");
        assertThat(code).matches("[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}");
        String typed = " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", "");
        assertThat(enrolments
                        .enrol(new Enrolment.Request(typed, new StationId("ST-1"), 0), "here")
                        .epoch())
                .isEqualTo(1);
    }

    @Test
    void enrollingAgainStartsANewEpochAndEndsTheOldKey() {
        String first = enrol("ST-1").secret();
        Enrolment.Response again = enrol("ST-1");
        assertThat(again.epoch()).isEqualTo(2);
        assertThat(again.number()).isEqualTo(1);
        assertThat(callers.of("Bearer ST-1." + first)).isEmpty();
        assertThat(callers.of("Bearer ST-1." + again.secret())).isPresent();
        assertThat(enrol("ST-2").number()).isEqualTo(2);
    }

    @Test
    void aRevokedStationIsNobody() {
        String secret = enrol("ST-1").secret();
        stations.revoke(site, new StationId("ST-1"));
        assertThat(callers.of("Bearer ST-1." + secret)).isEmpty();
        assertThat(stations.list(site))
                .singleElement()
                .satisfies(view -> assertThat(view.active()).isFalse());
        assertThatThrownBy(() -> stations.revoke(site, new StationId("ST-9"))).hasMessage("there is no station ST-9");
    }

    @Test
    void namesThatWouldBreakTheKeyAreRefused() {
        for (String name : List.of("admin", "ADMIN", "a.b", "한글", "a b", "-x")) {
            assertRefused(RefusedException.Reason.STATION_NAME_INVALID, code("ST-1"), name);
        }
    }

    @Test
    void theAdministratorsKeyIsInAFileForItsOwnerOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("admin.key");
        keys.ensureHost(file);
        String key = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(callers.of("Bearer admin." + key))
                .hasValueSatisfying(caller -> assertThat(caller)
                        .isInstanceOfSatisfying(
                                Caller.Account.class,
                                account -> assertThat(account.role()).isEqualTo(Role.HOST)));
        keys.ensureHost(file);
        assertThat(Files.readString(file).strip()).isEqualTo(key);
        assertThat(callers.of("Bearer admin.wrong")).isEmpty();
    }

    @Test
    void theListTellsWhenAStationWasSeen() {
        String secret = enrol("ST-1").secret();
        assertThat(stations.list(site).getFirst().lastSeenAt()).isNull();
        callers.of("Bearer ST-1." + secret);
        assertThat(stations.list(site).getFirst().lastSeenAt()).isEqualTo(now);
    }

    private String code(String station) {
        return enrolments.newCode(site, new StationId(station), true).code();
    }

    private Enrolment.Response enrol(String name) {
        return enrol(name, 0);
    }

    private Enrolment.Response enrol(String name, int usedEpoch) {
        return enrolments.enrol(new Enrolment.Request(code(name), new StationId(name), usedEpoch), "here");
    }

    private void assertRefused(RefusedException.Reason reason, String code, String station) {
        assertThatThrownBy(() -> enrolments.enrol(new Enrolment.Request(code, new StationId(station), 0), "here"))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
