package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.hardware.port.PortAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleProfilesTest {

    private static final String BENCH = """
        {
          "id": "bench", "name": "A bench scale with another polarity", "like": "toledo-8217",
          "port": { "baud": 19200, "bits": 8, "parity": "none", "stop": 2 },
          "fields": { "status": [ { "bit": 0, "flag": "MOTION", "when": 0 }, { "bit": 6, "when": 1 } ] },
          "lines": [
            { "form": "\\\\x02(?<weight>[0-9]{2}\\\\.[0-9]{3})\\\\r", "rests": true, "unit": "kg" },
            { "form": "\\\\x02\\\\?(?<status>.)\\\\r", "means": "status" }
          ]
        }\
        """;

    @Test
    void theProfilesThatComeWithDockhandAreWhole() {
        ScaleProfiles profiles = ScaleProfiles.load();
        assertThat(profiles.all())
                .extracting(ScaleProfile::id)
                .contains(
                        "mt-sics",
                        "toledo-8217",
                        "nci",
                        "scp-12",
                        "cas-22",
                        "cas-10",
                        "cas-enq",
                        "and",
                        "ohaus",
                        "adam",
                        "dini",
                        "hid-scale");
        assertThat(profiles.all()).allSatisfy(profile -> {
            boolean asked = ScaleProfiles.protocol(profile)
                    .bytes(new ScaleRequest.Weigh())
                    .isPresent();
            assertThat(asked || profile.poll().unasked()).isTrue();
            assertThat(profile.source()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "toledo-8217, serial:/dev/ttyUSB0, serial:/dev/ttyUSB0?baud=9600&bits=7&parity=even&stop=1",
        "toledo-8217, serial:COM3?baud=4800, serial:COM3?baud=4800&bits=7&parity=even&stop=1",
        "toledo-8217, serial:COM3?parity=none&bits=8, serial:COM3?baud=9600&bits=8&parity=none&stop=1",
        "mt-sics, serial:/dev/ttyS0, serial:/dev/ttyS0?baud=9600&bits=8&parity=none&stop=1",
        "mt-sics, tcp://10.0.0.7:4305, tcp://10.0.0.7:4305",
    })
    void fillsInWhatASerialAddressLeavesOut(String id, String typed, String whole) {
        ScaleProfile profile = ScaleProfiles.load().byId(id).orElseThrow();
        assertThat(profile.address(typed).uri()).isEqualTo(whole);
    }

    @Test
    void aNewModelIsADataFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bench.json"), BENCH);
        ScaleProfile bench = ScaleProfiles.load(folder).byId("bench").orElseThrow();
        assertThat(bench.port()).isEqualTo(new ScaleProfile.PortSettings(19200, 8, PortAddress.Parity.NONE, 2));
        assertThat(bench.can(ScaleRequest.Tare.class)).isTrue();
        ScaleProtocol protocol = ScaleProfiles.protocol(bench);
        assertThat(protocol.read(new RawFrame("\u0002?@\r"), new ScaleRequest.Weigh()))
                .isEqualTo(ScaleMessage.Measurement.without(ReadingState.MOTION, StatusFlag.MOTION));
        assertThat(protocol.read(new RawFrame("\u000201.234\r"), new ScaleRequest.Weigh()))
                .isInstanceOfSatisfying(
                        ScaleMessage.Measurement.class,
                        read -> assertThat(read.weight().orElseThrow().grams()).isEqualByComparingTo("1234"));
    }

    @Test
    void aFileThatIsNoProfileIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bad.json"), BENCH.replace("\"kg\"", "\"stone\""));
        assertThatThrownBy(() -> ScaleProfiles.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad.json: profile.lines[0].unit is not a unit of weight");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"baud\": 19200|\"baud\": 1|profile.port.baud is a number from 300 to 921600",
                "\"like\": \"toledo-8217\"|\"like\": \"toledo-8217\", \"protocol\": \"x\"|profile.protocol 'x' is none"
                        + " of",
                "\"parity\": \"none\"|\"parity\": \"some\"|profile.port.parity is one of [NONE",
                "\"like\": \"toledo-8217\"|\"like\": \"none\"|profile.like 'none' is no other profile",
                "\"rests\": true|\"rests\": 7|profile.lines[0].rests is true or false",
                "\"means\": \"status\"|\"means\": \"joke\"|profile.lines[1].means is one of [WEIGHT",
                "(?<status>.)|(?<status>.|profile.lines[1].form is no expression",
                "\\\\x02\\\\?(?<status>.)\\\\r|(?<status>.?)|a form fits a line without a byte",
                "(?<status>.)|(?<state>.)|profile.fields has no 'state'",
                ", \"unit\": \"kg\"|''|a line with a weight has a part 'unit'",
                "\"flag\": \"MOTION\"|\"flag\": \"FUN\"|profile.fields.status[0].flag is one of",
                "\"id\": \"bench\", |''|profile.id is missing",
                "\"id\": \"bench\"|\"id\": \"bench\", \"colour\": 1|profile.colour is not known here",
                "\"bit\": 6|\"bit\": 0|a status bit is told twice",
                "\"bit\": 6|\"bit\": 8|profile.fields.status[1].bit is a number from 0 to 7",
                "{ \"bit\": 6, \"when\": 1 }|1|profile.fields.status[1] is an object",
                "{|[|not JSON",
            })
    void saysWhatIsWrongWithAProfile(String good, String bad, String message) {
        String json = BENCH.replaceFirst(Pattern.quote(good), bad.replace("\\", "\\\\"));
        assertThatThrownBy(() -> ScaleProfiles.load().read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void rawBytesAreShownSafely() {
        RawFrame frame = RawFrame.of(new byte[] {2, '1', (byte) 0xFF, '<', 13});
        assertThat(frame).hasToString("<02>1<FF><3C><0D>");
        assertThat(frame.hex()).isEqualTo("0231FF3C0D");
        assertThat(frame.bytes()).containsExactly(2, '1', 0xFF, '<', 13);
    }

    @Test
    void theExamplesOfTheReadmeAreProfiles() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("dockhand.module.dir", "."), "README.md"));
        List<ScaleProfile> examples = Pattern.compile("```json\n(\\{\\s*\"id\".*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(example -> ScaleProfiles.load().read(example.group(1)))
                .toList();
        assertThat(examples).extracting(ScaleProfile::id).contains("benchpro-8217", "shop-scale");
    }
}
