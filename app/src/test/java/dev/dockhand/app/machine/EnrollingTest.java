package dev.dockhand.app.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type to make a machine a station. */
class EnrollingTest {

    private static final MachineSettings NOTHING_SET = new MachineSettings(Map.of(), Path.of("/nowhere/station.conf"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "server, http://server:8420",
        "server:9000, http://server:9000",
        "' http://10.0.0.5:8420/ ', http://10.0.0.5:8420",
        "https://dockhand.example, https://dockhand.example",
        "10.0.0.5, http://10.0.0.5:8420"
    })
    void anAddressIsTakenAsPeopleTypeIt(String typed, String address) throws NotEnrolledException {
        assertThat(Enrolling.address(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://server", "http://", "my server", "http://a b", "8801234567890 S04", "://x"})
    void whatIsNoAddressIsSaid(String typed) {
        assertThatThrownBy(() -> Enrolling.address(typed)).isInstanceOfSatisfying(NotEnrolledException.class, e -> {
            assertThat(e.words().key()).isEqualTo("enrol.address");
            assertThat(e.isPassing()).isFalse();
        });
    }

    @Test
    void aServerThatDoesNotAnswerMayDoSoLater() {
        Enrolling enrolling = new Enrolling(folder, NOTHING_SET);
        assertThatThrownBy(() -> enrolling.enrol(new EnrolmentForm("127.0.0.1:1", "ABCD", "S04")))
                .isInstanceOfSatisfying(NotEnrolledException.class, e -> {
                    assertThat(e.words().key()).isEqualTo("enrol.unreachable");
                    assertThat(e.isPassing()).isTrue();
                });
        assertThat(enrolling.isDone()).isFalse();
    }

    @Test
    void aNameThatCannotBeOneIsSaid() {
        Enrolling enrolling = new Enrolling(folder, NOTHING_SET);
        assertThatThrownBy(() -> enrolling.enrol(new EnrolmentForm("server", "ABCD", "S".repeat(41))))
                .isInstanceOfSatisfying(
                        NotEnrolledException.class,
                        e -> assertThat(e.words().key()).isEqualTo("enrol.name"));
    }

    @Test
    void theCodeIsInNoText() {
        assertThat(new EnrolmentForm("server", "ABCD-EFGH", "S04").toString()).doesNotContain("ABCD");
    }
}
