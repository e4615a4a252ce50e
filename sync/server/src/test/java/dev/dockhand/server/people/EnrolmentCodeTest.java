package dev.dockhand.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.server.people.RefusedException.Reason;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A code enrols the station that it was made for, and puts another one out of its place only with the word to do so. */
class EnrolmentCodeTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final StationId S04 = new StationId("S04");

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final Site site = DATABASE.freshSite();
    private final Stations stations = new Stations(DATABASE.database(), site, () -> now);
    private final Enrolments enrolments = new Enrolments(
            DATABASE.database(), site, ZoneOffset.UTC, stations, new Secrets(new SecureRandom()), () -> now);
    private final Callers callers = new Callers(stations, new AdminKeys(DATABASE.database(), site));

    @BeforeEach
    void theWarehouseIsKnown() {
        DATABASE.database().useTransaction(site, handle -> Meta.ensure(handle, site, now));
    }

    private Enrolment.Response enrol(String code, StationId station) {
        return enrolments.enrol(new Enrolment.Request(code, station, 0), "here");
    }

    private static void assertRefused(Reason reason, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void anotherNameIsRefusedAndTheCodeStaysGoodForItsOwn() {
        String code = enrolments.newCode(S04, false).code();
        assertRefused(Reason.CODE_FOR_OTHER_STATION, () -> enrol(code, new StationId("S05")));
        assertRefused(Reason.CODE_FOR_OTHER_STATION, () -> enrol(code, new StationId("s04")));
        assertThat(stations.list()).isEmpty();
        assertThat(enrol(code, S04).number()).isEqualTo(1);
    }

    @Test
    void theRefusalNamesNoStationButTheOneThatWasAskedFor() {
        String code = enrolments.newCode(S04, false).code();
        assertThatThrownBy(() -> enrol(code, new StationId("S05")))
                .hasMessageContaining("S05")
                .message()
                .doesNotContain("S04");
    }

    @Test
    void aNameThatIsTakenNeedsTheWordToReplaceItAndTellsWhoHasIt() {
        String secret = enrol(enrolments.newCode(S04, false).code(), S04).secret();
        now = now.plusSeconds(3600);
        callers.of("Bearer S04." + secret);
        assertThatThrownBy(() -> enrolments.newCode(S04, false))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STATION_EXISTS))
                .hasMessageContaining("number 1, enrolled 2026-11-23T09:00:00Z, last seen 2026-11-23T10:00:00Z");
        stations.revoke(S04);
        assertRefused(Reason.STATION_EXISTS, () -> enrolments.newCode(S04, false));
    }

    @Test
    void withTheWordTheOldKeyWorksUntilTheCodeIsUsed() {
        String secret = enrol(enrolments.newCode(S04, true).code(), S04).secret();
        callers.of("Bearer S04." + secret);
        Enrolments.Code code = enrolments.newCode(S04, true);
        assertThat(code.replaces()).isNotNull();
        assertThat(code.replaces().number()).isEqualTo(1);
        assertThat(code.replaces().lastSeenAt()).isEqualTo(now);
        assertThat(callers.of("Bearer S04." + secret)).isPresent();
        Enrolment.Response again = enrol(code.code(), S04);
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.epoch()).isEqualTo(2);
        assertThat(callers.of("Bearer S04." + secret)).isEmpty();
    }

    @Test
    void theWordForANewNameReplacesNobody() {
        assertThat(enrolments.newCode(S04, true).replaces()).isNull();
    }

    @Test
    void aNameThatWasTakenSinceTheCodeWasMadeStaysWithItsStation() {
        String code = enrolments.newCode(S04, false).code();
        DATABASE.database()
                .useTransaction(
                        site, handle -> site.bindTo(handle.createUpdate("""
                            INSERT INTO station (company, warehouse, station, number, key_hash, epoch, active, enrolled_at)
                            VALUES (:company, :warehouse, 'S04', 7, 'hash', 1, true, now())\
                            """)).execute());
        for (int i = 0; i < 7; i++) {
            assertRefused(Reason.STATION_EXISTS, () -> enrol(code, S04));
        }
        assertThat(stations.list())
                .singleElement()
                .satisfies(view -> assertThat(view.epoch()).isEqualTo(1));
    }

    @Test
    void aNewCodeOfANameEndsTheOneBefore() {
        String first = enrolments.newCode(S04, false).code();
        String other = enrolments.newCode(new StationId("S05"), false).code();
        String second = enrolments.newCode(S04, false).code();
        assertRefused(Reason.CODE_INVALID, () -> enrol(first, S04));
        assertThat(enrol(second, S04).epoch()).isEqualTo(1);
        assertThat(enrol(other, new StationId("S05")).number()).isEqualTo(2);
    }

    @Test
    void noCodeIsMadeForANameThatNoStationCanHave() {
        for (String name : new String[] {"admin", "ADMIN", "a.b", "한글", "a b", "-x"}) {
            assertRefused(Reason.STATION_NAME_INVALID, () -> enrolments.newCode(new StationId(name), true));
        }
    }
}
