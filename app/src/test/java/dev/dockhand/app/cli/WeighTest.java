package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        try (FarEnd end = FarEnd.socket()) {
            end.serve(VirtualScale.forProfile(id, pan).orElseThrow());
            Ran ran = Ran.run(
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
            assertThat(ran.code()).as(ran.out()).isZero();
            assertThat(ran.lines()).hasSize(3);
            JsonNode last = ran.lines().getLast();
            assertThat(last.path("state").asText()).isEqualTo(id.equals("cas-10") ? "MOTION" : "STABLE");
            assertThat(new BigDecimal(last.path("grams").asText())).isEqualByComparingTo("1234");
            assertThat(last.path("raw").asText()).isNotEmpty();
        }
    }
}
