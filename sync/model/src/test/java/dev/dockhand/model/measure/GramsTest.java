package dev.dockhand.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GramsTest {

    private static final ObjectMapper MAPPER = Json.mapper();

    @ParameterizedTest
    @CsvSource({"1.50, 1.5 g", "0.000, 0 g", "1E+3, 1000 g", "-12, -12 g", "453.59237, 453.59237 g"})
    void equalWeightsAreEqualHoweverTheyAreWritten(String written, String shown) throws Exception {
        assertThat(MAPPER.readValue(written.replace("E+", "e"), Grams.class)).hasToString(shown);
        assertThat(new Grams(new BigDecimal(written))).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300000000", "-1e300000000", "1e-300000000", "1e31", "0e300000000"})
    @Timeout(60)
    void aNumberWithAnEndlessExponentIsNoWeightAndCostsNothing(String written) {
        assertThatThrownBy(() -> MAPPER.readValue(written, Grams.class)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void aNumberOfManyDigitsIsNoWeight() {
        assertThatThrownBy(() -> new Grams(new BigDecimal("1".repeat(31))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
