package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code weigh} prints what every kind of scale says. */
class WeighTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "hid-scale"
            })
    void printsAReadingALine(String id) throws Exception {
        VirtualScalePan pan = VirtualScalePan.parcel();
        pan.load(1234);
        StringWriter out = new StringWriter();
        CommandLine commands =
                StationCommands.of(InputStream.nullInputStream(), InstantSource.system(), home -> Optional.empty());
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        try (FarEnd end = FarEnd.socket()) {
            end.serve(VirtualScale.forProfile(id, pan).orElseThrow());
            int code = commands.execute(
                    "weigh",
                    "--port",
                    end.address().uri(),
                    "--profile",
                    id,
                    "--count",
                    "3",
                    "--timeout",
                    "10s",
                    "--json");
            assertThat(code).as(out.toString()).isZero();
        }
        assertThat(out.toString().lines()).hasSize(3);
        JsonNode last = JsonMapper.builder()
                .build()
                .readTree(out.toString().lines().toList().getLast());
        assertThat(last.path("state").asText()).isEqualTo(id.equals("cas-10") ? "MOTION" : "STABLE");
        assertThat(last.path("grams").decimalValue()).isEqualByComparingTo("1234");
        assertThat(last.path("raw").asText()).isNotEmpty();
    }
}
