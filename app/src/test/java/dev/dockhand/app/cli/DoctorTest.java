package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceLamp.Kind;
import dev.dockhand.app.device.DeviceTest.Outcome;
import dev.dockhand.app.device.DeviceTestReport;
import dev.dockhand.app.device.TestMessage;
import dev.dockhand.app.device.TestMessage.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code doctor} says of the tests of all devices. */
class DoctorTest {

    private static final DeviceTestReport.Result SCANNER = new DeviceTestReport.Result(
            "scanner", Kind.SCANNER, "scanner", Outcome.PASSED, new TestMessage(Reason.SCANNED, "A-1"));
    private static final DeviceTestReport.Result PRINTER = new DeviceTestReport.Result(
            "printer", Kind.PRINTER, "printer", Outcome.FAILED, new TestMessage(Reason.NOT_PRINTED, "PAPER_OUT"));

    @TempDir
    private Path folder;

    private JsonNode selfTest() {
        Ran ran = Ran.run("doctor", "--home", folder.toString(), "--json");
        return ran.lines().stream()
                .filter(line -> line.path("check").asText().equals("self-test"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ran.out()));
    }

    private static DeviceTestReport test(String at, String operator, DeviceTestReport.Result... results) {
        return new DeviceTestReport(Instant.parse(at), operator, List.of(results));
    }

    @Test
    void theLastTestIsToldWithTimeOperatorAndReasons() throws IOException {
        DeviceFiles.selfTests(folder)
                .write(List.of(
                        test("2026-11-23T00:00:00Z", "", SCANNER),
                        test("2026-11-24T00:00:00Z", "Minji Kim", SCANNER, PRINTER)));
        JsonNode said = selfTest();
        assertThat(said.path("ok").asBoolean()).isFalse();
        assertThat(said.path("detail").asText())
                .isEqualTo("2026-11-24T00:00:00Z by Minji Kim: scanner PASSED (SCANNED A-1), "
                        + "printer FAILED (NOT_PRINTED PAPER_OUT)");
    }

    @Test
    void aTestThatNobodyFailedIsGoodAndNoneIsNoFault() throws IOException {
        assertThat(selfTest().path("ok").asBoolean()).isTrue();
        assertThat(selfTest().path("detail").asText()).isEqualTo("none yet");
        DeviceFiles.selfTests(folder).write(List.of(test("2026-11-23T00:00:00Z", "", SCANNER)));
        assertThat(selfTest().path("ok").asBoolean()).isTrue();
        assertThat(selfTest().path("detail").asText()).startsWith("2026-11-23T00:00:00Z by nobody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{broken",
                "null",
                "{}",
                "[{\"id\": \"scale\", \"kind\": \"SCALE\", \"name\": \"scale\", \"address\": \"COM99!\"}]",
                "[{\"id\": \"scale\", \"kind\": \"SCALE\", \"name\": \"scale\", \"address\": \"tcp://a:1\","
                        + " \"profile\": \"x\"}]",
                "[{\"id\": \"scale\", \"kind\": \"SCALE\", \"name\": \"scale\"}]"
            })
    void devicesThatCannotBeSetUpAreAFaultOfTheirFileAndTheRestIsTold(String devices) throws IOException {
        Files.writeString(folder.resolve("devices.json"), devices);
        Ran ran = Ran.run("doctor", "--home", folder.toString(), "--json");
        assertThat(ran.fields("check")).endsWith("devices", "self-test");
        String detail = ran.fields("detail").get(ran.fields("check").indexOf("devices"));
        assertThat(detail).contains("devices.json").doesNotContain("\n", "dev.dockhand");
        if (devices.contains("scale")) {
            assertThat(detail).contains("scale");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.writeString(folder.resolve("self-tests.json"), "[{");
        assertThat(selfTest().path("ok").asBoolean()).isFalse();
        assertThat(selfTest().path("detail").asText()).contains("self-tests.json cannot be read");
    }
}
