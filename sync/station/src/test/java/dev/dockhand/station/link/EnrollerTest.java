package dev.dockhand.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.StationId;
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
        "426, PROTOCOL_UNSUPPORTED, OTHER_VERSION",
        "403, '', CODE_REFUSED"
    })
    void theServersWordIsTold(int status, String code, Reason reason) {
        String body = code.isEmpty() ? "{}" : "{\"code\":\"%s\",\"message\":\"m\",\"support\":\"\"}".formatted(code);
        Exchange exchange = request -> new Exchange.Answer(
                status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        Enroller enroller = new Enroller(exchange, URI.create("http://server:8420"));
        assertThatThrownBy(() -> enroller.enrol("ABCDE-FGHJK", new StationId("S04"), 0))
                .isInstanceOfSatisfying(
                        EnrolmentException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .message()
                .doesNotContain("ABCDE");
    }
}
