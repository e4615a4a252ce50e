package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Toledo8217Test {

    private static final ScaleRequest WEIGH = new ScaleRequest.Weigh();
    private final ScaleProtocol kilograms = protocol("toledo-8217");
    private final ScaleProtocol pounds = protocol("toledo-8217-lb");

    private static ScaleProtocol protocol(String id) {
        return ScaleProfiles.protocol(ScaleProfiles.load().byId(id).orElseThrow());
    }

    private static RawFrame frame(String body) {
        return new RawFrame("\u0002" + body + "\r");
    }

    private static RawFrame status(int bits) {
        return frame("?" + (char) bits);
    }

    private ScaleMessage.Measurement weigh(RawFrame frame) {
        ScaleMessage message = kilograms.read(frame, WEIGH);
        assertThat(message).isInstanceOf(ScaleMessage.Measurement.class);
        return (ScaleMessage.Measurement) message;
    }

    @ParameterizedTest
    @CsvSource({
        "0x41, MOTION, MOTION",
        "0x42, OVER, OVER_CAPACITY",
        "0x44, UNDER, UNDER_ZERO",
        "0x48, ERROR, OUTSIDE_ZERO_RANGE",
        "0x50, ZERO, CENTRE_OF_ZERO",
        "0x60, ERROR, NO_WEIGHT",
        "0x40, ERROR, NO_WEIGHT",
    })
    void everyBitByItself(String bits, ReadingState state, StatusFlag flag) {
        ScaleMessage.Measurement measurement = weigh(status(Integer.decode(bits)));
        assertThat(measurement.state()).isEqualTo(state);
        assertThat(measurement.flags()).containsExactly(flag);
        assertThat(measurement.weight()).isEmpty();
    }

    static IntStream allStatusBytes() {
        return IntStream.range(0, 256);
    }

    @ParameterizedTest
    @MethodSource("allStatusBytes")
    void everyStatusByteIsReadBitByBitAndHoldsNoWeight(int bits) {
        ScaleMessage message = kilograms.read(status(bits), WEIGH);
        if ((bits & 0x40) == 0) {
            assertThat(message).isInstanceOf(ScaleMessage.Unreadable.class);
            return;
        }
        ScaleMessage.Measurement measurement = (ScaleMessage.Measurement) message;
        assertThat(measurement.weight()).isEmpty();
        assertThat(measurement.state()).isNotEqualTo(ReadingState.STABLE);
        Set<StatusFlag> expected = expected(bits);
        if (expected.isEmpty() || expected.equals(Set.of(StatusFlag.NET))) {
            assertThat(measurement.flags()).containsExactly(StatusFlag.NO_WEIGHT);
        } else {
            assertThat(measurement.flags()).isEqualTo(expected);
            assertThat(measurement.net()).isEqualTo((bits & 0x20) != 0);
        }
    }

    private static Set<StatusFlag> expected(int bits) {
        StatusFlag[] order = {
            StatusFlag.MOTION,
            StatusFlag.OVER_CAPACITY,
            StatusFlag.UNDER_ZERO,
            StatusFlag.OUTSIDE_ZERO_RANGE,
            StatusFlag.CENTRE_OF_ZERO,
            StatusFlag.NET
        };
        Set<StatusFlag> flags = EnumSet.noneOf(StatusFlag.class);
        for (int bit = 0; bit < order.length; bit++) {
            if ((bits >>> bit & 1) == 1) {
                flags.add(order[bit]);
            }
        }
        return flags;
    }

    @ParameterizedTest
    @CsvSource({
        "01.234, 1234, STABLE, false",
        "00.005, 5, STABLE, false",
        "14.990N, 14990, STABLE, true",
        "00.000, 0, ZERO, false",
        "00.000N, 0, ZERO, true",
        "' 1.234', 1234, STABLE, false",
    })
    void readsKilograms(String body, BigDecimal grams, ReadingState state, boolean net) {
        ScaleMessage.Measurement measurement = weigh(frame(body));
        assertThat(measurement.weight().orElseThrow().grams()).isEqualByComparingTo(grams);
        assertThat(measurement.weight().orElseThrow().unit()).isEqualTo(WeightUnit.KILOGRAM);
        assertThat(measurement.state()).isEqualTo(state);
        assertThat(measurement.net()).isEqualTo(net);
    }

    @Test
    void readsPoundsExactly() {
        ScaleMessage.Measurement measurement = (ScaleMessage.Measurement) pounds.read(frame("002.50"), WEIGH);
        assertThat(measurement.weight().orElseThrow().grams()).isEqualTo(new BigDecimal("1133.980925"));
        assertThat(measurement.weight().orElseThrow().unit()).isEqualTo(WeightUnit.POUND);
    }

    @Test
    void takesOffTheParityBit() {
        byte[] bytes = frame("01.234N").bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (bytes[i] | (Integer.bitCount(bytes[i]) % 2 == 1 ? 0x80 : 0));
        }
        RawFrame raw = kilograms.framer().accept(bytes).getFirst();
        assertThat(raw.bytes()).isEqualTo(bytes);
        assertThat(weigh(raw).weight().orElseThrow().grams()).isEqualByComparingTo("1234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.234", "001.234", "01234", "01.2.4", "01.23A", "-1.234", "01.234G", "0.1234", "......", "?", "??A",
                "012345", "      ", "1 .234"
            })
    void neverMakesAWeightOfADamagedFrame(String body) {
        assertThat(kilograms.read(frame(body), WEIGH)).isInstanceOf(ScaleMessage.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "E"})
    void answersOfTheSelfTestAndTheEchoAreNoWeights(String body) {
        assertThat(kilograms.read(frame(body), WEIGH)).isInstanceOf(ScaleMessage.Notice.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Z, 0x50, DONE",
        "Z, 0x48, OUT_OF_RANGE",
        "Z, 0x41, MOTION",
        "Z, 0x42, OUT_OF_RANGE",
        "T, 0x60, DONE",
        "T, 0x68, DONE",
        "T, 0x40, REFUSED",
        "T, 0x41, MOTION",
        "C, 0x40, DONE",
        "C, 0x60, REFUSED",
        "P, 0x60, DONE",
        "P, 0x44, OUT_OF_RANGE",
    })
    void theStatusTellsWhatCameOfACommand(String command, String bits, CommandOutcome outcome) {
        ScaleRequest request = switch (command) {
            case "Z" -> new ScaleRequest.Zero();
            case "T" -> new ScaleRequest.Tare();
            case "C" -> new ScaleRequest.ClearTare();
            default -> new ScaleRequest.PresetTare(new BigDecimal("250"));
        };
        assertThat(kilograms.read(status(Integer.decode(bits)), request))
                .isInstanceOfSatisfying(
                        ScaleMessage.Answer.class,
                        answer -> assertThat(answer.outcome()).isEqualTo(outcome));
    }

    @Test
    void commandsAreSingleLettersAndAPresetTareIsFiveDigits() {
        assertThat(text(kilograms, WEIGH)).isEqualTo("W");
        assertThat(text(kilograms, new ScaleRequest.Zero())).isEqualTo("Z");
        assertThat(text(kilograms, new ScaleRequest.Tare())).isEqualTo("T");
        assertThat(text(kilograms, new ScaleRequest.ClearTare())).isEqualTo("C");
        assertThat(text(kilograms, new ScaleRequest.PresetTare(new BigDecimal("250"))))
                .isEqualTo("T00250");
        assertThat(kilograms.bytes(new ScaleRequest.PresetTare(new BigDecimal("250.5"))))
                .isEmpty();
        assertThat(kilograms.bytes(new ScaleRequest.PresetTare(new BigDecimal("100000"))))
                .isEmpty();
    }

    private static String text(ScaleProtocol protocol, ScaleRequest request) {
        return RawFrame.of(protocol.bytes(request).orElseThrow()).toString();
    }
}
