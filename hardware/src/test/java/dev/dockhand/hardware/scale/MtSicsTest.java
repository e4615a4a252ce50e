package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtSicsTest {

    private static final ScaleRequest WEIGH = new ScaleRequest.Weigh();
    private final ScaleProtocol protocol =
            ScaleProfiles.protocol(ScaleProfiles.load().byId("mt-sics").orElseThrow());

    private ScaleMessage read(String line, ScaleRequest asked) {
        return protocol.read(new RawFrame(line + "\r\n"), asked);
    }

    private ScaleMessage.Measurement weigh(String line) {
        ScaleMessage message = read(line, WEIGH);
        assertThat(message).isInstanceOf(ScaleMessage.Measurement.class);
        return (ScaleMessage.Measurement) message;
    }

    @ParameterizedTest
    @CsvSource({
        "'S S      100.00 g', STABLE, 100, GRAM",
        "'S D      100.00 g', MOTION, 100, GRAM",
        "'S S        0.00 g', ZERO, 0, GRAM",
        "'S S       -0.00 g', ZERO, 0, GRAM",
        "'S D        0.00 g', MOTION, 0, GRAM",
        "'S S       -1.25 g', STABLE, -1.25, GRAM",
        "'S S       +1.25 g', STABLE, 1.25, GRAM",
        "'S S       1.234 kg', STABLE, 1234, KILOGRAM",
        "'S S        2.50 lb', STABLE, 1133.980925, POUND",
        "'S S        1.00 oz', STABLE, 28.349523125, OUNCE",
        "'S S        1.00 ozt', STABLE, 31.1034768, TROY_OUNCE",
        "'S S         500 mg', STABLE, 0.5, MILLIGRAM",
        "'S S       0.001 t', STABLE, 1000, TONNE",
        "'SI S     100.00 g', STABLE, 100, GRAM",
    })
    void readsWeights(String line, ReadingState state, BigDecimal grams, WeightUnit unit) {
        ScaleMessage.Measurement measurement = weigh(line);
        assertThat(measurement.state()).isEqualTo(state);
        assertThat(measurement.weight().orElseThrow().grams()).isEqualByComparingTo(grams);
        assertThat(measurement.weight().orElseThrow().unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "S +, OVER, OVER_CAPACITY",
        "S -, UNDER, UNDER_ZERO",
        "S I, ERROR, BUSY",
        "S L, ERROR, LOGICAL_ERROR",
        "ES, ERROR, SYNTAX_ERROR",
        "ET, ERROR, TRANSMISSION_ERROR",
        "EL, ERROR, LOGICAL_ERROR",
        "'S S       12 PCS', ERROR, NOT_A_WEIGHT",
        "'S S     12.5 %', ERROR, NOT_A_WEIGHT",
    })
    void anErrorHoldsNoWeight(String line, ReadingState state, StatusFlag flag) {
        ScaleMessage.Measurement measurement = weigh(line);
        assertThat(measurement.state()).isEqualTo(state);
        assertThat(measurement.flags()).containsExactly(flag);
        assertThat(measurement.weight()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S", "S S", "S S 100.00", "S X 100.00 g", "S S 1O0.00 g", "S S 1.0.0 g", "S S 100.00 g g",
                "S S - 100.00 g", "00.00 g", "s s 100.00 g", "S S 1e3 g", "ES ES", "SS 100.00 g", "S S 10S S 100.00 g"
            })
    void neverMakesAWeightOfADamagedLine(String line) {
        assertThat(read(line, WEIGH)).isInstanceOf(ScaleMessage.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I4 A \"B021002593\"", "Z A", "T S 12.00 g", "TAC A", ""})
    void whatWasNotAskedForIsNoWeight(String line) {
        assertThat(read(line, WEIGH)).isInstanceOf(ScaleMessage.Notice.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Z, Z A, DONE",
        "Z, ZI S, DONE",
        "Z, Z I, BUSY",
        "Z, Z +, OUT_OF_RANGE",
        "Z, Z -, OUT_OF_RANGE",
        "T, 'T S      12.00 g', DONE",
        "T, 'TI D     12.00 g', DONE",
        "T, T I, BUSY",
        "T, T +, OUT_OF_RANGE",
        "T, T -, OUT_OF_RANGE",
        "C, TAC A, DONE",
        "C, TAC I, BUSY",
        "P, 'TA A     250.00 g', DONE",
        "P, TA L, REFUSED",
        "Z, ES, NOT_SUPPORTED",
        "T, EL, REFUSED",
        "C, ET, BUSY",
    })
    void theAnswerTellsWhatCameOfACommand(String command, String line, CommandOutcome outcome) {
        assertThat(read(line, request(command)))
                .isInstanceOfSatisfying(
                        ScaleMessage.Answer.class,
                        answer -> assertThat(answer.outcome()).isEqualTo(outcome));
    }

    @ParameterizedTest
    @CsvSource({"T, TAC A", "T, TA A 1 g", "C, T S 1 g", "Z, S S 1.00 g", "P, TAC A"})
    void theAnswerToAnotherCommandIsNotTaken(String command, String line) {
        assertThat(read(line, request(command))).isInstanceOf(ScaleMessage.Notice.class);
    }

    private static ScaleRequest request(String command) {
        return switch (command) {
            case "Z" -> new ScaleRequest.Zero();
            case "T" -> new ScaleRequest.Tare();
            case "C" -> new ScaleRequest.ClearTare();
            default -> new ScaleRequest.PresetTare(new BigDecimal("250"));
        };
    }

    @Test
    void commandsAreUpperCaseLines() {
        assertThat(RawFrame.of(protocol.bytes(WEIGH).orElseThrow())).hasToString("SI<0D><0A>");
        assertThat(RawFrame.of(protocol.bytes(request("P")).orElseThrow())).hasToString("TA 250.00 g<0D><0A>");
    }
}
