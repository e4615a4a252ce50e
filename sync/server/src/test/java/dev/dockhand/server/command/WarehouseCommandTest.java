package dev.dockhand.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the options of {@code dockhand-server warehouse put} tell the server. */
class WarehouseCommandTest {

    private static JsonNode told(String... options) throws IOException {
        return CommandLine.populateCommand(new WarehouseCommand.Wishes(), options)
                .told();
    }

    private static JsonNode json(String text) throws IOException {
        return Json.mapper().readTree(text);
    }

    @Test
    void onlyWhatIsNamedIsTold() throws IOException {
        assertThat(told()).isEqualTo(json("{}"));
        assertThat(told("--zone", "Asia/Tokyo", "--label-dpi", "300"))
                .isEqualTo(json("{\"zone\":\"Asia/Tokyo\",\"labelDpi\":300}"));
        assertThat(told("--packaging-grams", "90")).isEqualTo(json("{\"weighing\":{\"packaging\":90}}"));
        assertThat(told("--tolerance", "5/30", "--approval", "20/200"))
                .isEqualTo(
                        json(
                                "{\"weighing\":{\"tolerancePercent\":5,\"toleranceAtLeast\":30,\"approvalPercent\":20,\"approvalAtLeast\":200}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5%/30", "/30", "5/", "-5/30", "5/30/1", "5/30000000"})
    void whatIsNoToleranceIsNamedWithWhatWouldBe(String wrong) {
        assertThatThrownBy(() -> told("--tolerance=" + wrong))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("--tolerance is PERCENT/GRAMS", "5/30", wrong);
    }
}
