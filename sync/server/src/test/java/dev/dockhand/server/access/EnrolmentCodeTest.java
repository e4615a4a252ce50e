package dev.dockhand.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.server.access.RefusedException.Reason;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A code enrols the station that it was made for, and puts another one out of its place only with the word to do so. */
class EnrolmentCodeTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final StationId S04 = new StationId("S04");

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final TestAccess warehouse = new TestAccess(DATABASE, () -> now);
    private final Site site = warehouse.site;
    private final Stations stations = warehouse.access.stations();
    private final Enrolments enrolments = warehouse.access.enrolments();
    private final Callers callers = warehouse.access.callers();

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
        String code = enrolments.newCode(site, S04, false).code();
        assertRefused(Reason.CODE_FOR_OTHER_STATION, () -> enrol(code, new StationId("S05")));
        assertRefused(Reason.CODE_FOR_OTHER_STATION, () -> enrol(code, new StationId("s04")));
        assertThat(stations.list(site)).isEmpty();
        assertThat(enrol(code, S04).number()).isEqualTo(1);
    }

    @Test
    void theRefusalNamesNoStationButTheOneThatWasAskedFor() {
        String code = enrolments.newCode(site, S04, false).code();
        assertThatThrownBy(() -> enrol(code, new StationId("S05")))
                .hasMessageContaining("S05")
                .message()
                .doesNotContain("S04");
    }

    @Test
    void aNameThatIsTakenNeedsTheWordToReplaceItAndTellsWhoHasIt() {
        String secret = enrol(enrolments.newCode(site, S04, false).code(), S04).secret();
        now = now.plusSeconds(3600);
        callers.of("Bearer S04." + secret);
        assertThatThrownBy(() -> enrolments.newCode(site, S04, false))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STATION_EXISTS))
                .hasMessageContaining("number 1, enrolled 2026-11-23T09:00:00Z, last seen 2026-11-23T10:00:00Z");
        stations.revoke(site, S04);
        assertRefused(Reason.STATION_EXISTS, () -> enrolments.newCode(site, S04, false));
    }

    @Test
    void withTheWordTheOldKeyWorksUntilTheCodeIsUsed() {
        String secret = enrol(enrolments.newCode(site, S04, true).code(), S04).secret();
        callers.of("Bearer S04." + secret);
        Enrolments.Code code = enrolments.newCode(site, S04, true);
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
        assertThat(enrolments.newCode(site, S04, true).replaces()).isNull();
    }

    @Test
    void aNameThatWasTakenSinceTheCodeWasMadeStaysWithItsStation() {
        String code = enrolments.newCode(site, S04, false).code();
        DATABASE.database().useTransaction(site, tx -> tx.update("""
            INSERT INTO station (company, warehouse, station, number, key_hash, epoch, active, enrolled_at)
            VALUES (:company, :warehouse, 'S04', 7, 'hash of S04', 1, true, now())\
            """).execute());
        for (int i = 0; i < 7; i++) {
            assertRefused(Reason.STATION_EXISTS, () -> enrol(code, S04));
        }
        assertThat(stations.list(site))
                .singleElement()
                .satisfies(view -> assertThat(view.epoch()).isEqualTo(1));
    }

    @Test
    void aNewCodeOfANameEndsTheOneBefore() {
        String first = enrolments.newCode(site, S04, false).code();
        String other = enrolments.newCode(site, new StationId("S05"), false).code();
        String second = enrolments.newCode(site, S04, false).code();
        assertRefused(Reason.CODE_INVALID, () -> enrol(first, S04));
        assertThat(enrol(second, S04).epoch()).isEqualTo(1);
        assertThat(enrol(other, new StationId("S05")).number()).isEqualTo(2);
    }

    @Test
    void noCodeIsMadeForANameThatNoStationCanHave() {
        for (String name : new String[] {"admin", "ADMIN", "a.b", "한글", "a b", "-x"}) {
            assertRefused(Reason.STATION_NAME_INVALID, () -> enrolments.newCode(site, new StationId(name), true));
        }
    }
}
