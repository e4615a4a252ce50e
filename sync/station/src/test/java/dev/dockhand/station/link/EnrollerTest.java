package dev.dockhand.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.station.link.EnrolmentException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a station was not enrolled, as the server tells it. */
class EnrollerTest {

    @ParameterizedTest
    @CsvSource({
        "403, CODE_INVALID, CODE_REFUSED",
        "403, CODE_FOR_OTHER_STATION, CODE_FOR_OTHER_NAME",
        "409, STATION_EXISTS, NAME_TAKEN",
        "429, TOO_MANY_TRIES, TOO_MANY_TRIES",
        "400, STATION_NAME_INVALID, SERVER_REFUSED",
        "503, BUSY, SERVER_REFUSED",
        "426, PROTOCOL_UNSUPPORTED, OTHER_VERSION"
    })
    void theServersWordIsTold(int status, String code, Reason reason) throws Exception {
        byte[] body = Json.mapper().writeValueAsBytes(Problem.of(status, code, "m"));
        Exchange exchange = request -> new Exchange.Answer(status, Map.of("content-type", Problem.MEDIA_TYPE), body);
        refuses(exchange, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{\"code\":\"CODE_INVALID\"}'",
        "application/problem+json,"
                + " '{\"type\":\"about:blank\",\"status\":403,\"code\":\"CODE_INVALID\",\"detail\":\"no\"}'",
        "application/problem+json, '{}'",
        "text/html, <html>"
    })
    void whoeverStandsBeforeTheServerSaysNothingOfTheCode(String type, String body) {
        refuses(
                request ->
                        new Exchange.Answer(403, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8)),
                Reason.UNREACHABLE);
    }

    private static void refuses(Exchange exchange, Reason reason) {
        Enroller enroller = new Enroller(exchange, URI.create("http://server:8420"));
        assertThatThrownBy(() -> enroller.enrol("ABCDE-FGHJK", new StationId("S04"), 0))
                .isInstanceOfSatisfying(
                        EnrolmentException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .message()
                .doesNotContain("ABCDE");
    }
}
