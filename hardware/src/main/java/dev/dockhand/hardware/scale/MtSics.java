package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Mettler-Toledo Standard Interface Command Set, levels 0 and 1: lines of words between spaces (MT-SICS reference manual;
 * also spoken by Ohaus Ranger, KERN and Sartorius). A weight is {@code S S 100.00 g} when it rests and {@code S D ...}
 * when it moves.
 */
final class MtSics implements ScaleProtocol {

    private final ScaleProfile profile;
    private final Requests requests;

    MtSics(ScaleProfile profile) {
        this.profile = profile;
        this.requests = new Requests(profile);
    }

    @Override
    public Framer framer() {
        return new DelimitedFramer(profile.framing());
    }

    @Override
    public Optional<byte[]> bytes(ScaleRequest request) {
        return requests.bytes(request);
    }

    @Override
    public ScaleMessage read(RawFrame frame, ScaleRequest asked) {
        String line = frame.latin1().strip();
        if (line.isEmpty()) {
            return new ScaleMessage.Notice();
        }
        String[] words = line.split(" +");
        return switch (words[0]) {
            case "S", "SI" -> asked instanceof ScaleRequest.Weigh ? measurement(words) : new ScaleMessage.Notice();
            case "ES", "ET", "EL" -> words.length == 1 ? error(words[0], asked) : new ScaleMessage.Unreadable();
            case "Z", "ZI", "T", "TI", "TA", "TAC" ->
                asked instanceof ScaleRequest.Weigh ? new ScaleMessage.Notice() : answer(words, asked);
            case "I0", "I1", "I2", "I3", "I4" -> new ScaleMessage.Notice();
            default -> new ScaleMessage.Unreadable();
        };
    }

    private static ScaleMessage measurement(String[] words) {
        String status = words.length > 1 ? words[1] : "";
        if (words.length == 2) {
            return switch (status) {
                case "+" -> ScaleMessage.Measurement.without(ReadingState.OVER, StatusFlag.OVER_CAPACITY);
                case "-" -> ScaleMessage.Measurement.without(ReadingState.UNDER, StatusFlag.UNDER_ZERO);
                case "I" -> ScaleMessage.Measurement.without(ReadingState.ERROR, StatusFlag.BUSY);
                case "L" -> ScaleMessage.Measurement.without(ReadingState.ERROR, StatusFlag.LOGICAL_ERROR);
                default -> new ScaleMessage.Unreadable();
            };
        }
        boolean rests = status.equals("S");
        Optional<BigDecimal> value = words.length == 4 ? Decimals.signed(words[2]) : Optional.empty();
        if (value.isEmpty() || !(rests || status.equals("D"))) {
            return new ScaleMessage.Unreadable();
        }
        Optional<WeightUnit> unit = WeightUnit.ofSymbol(words[3]);
        if (unit.isEmpty()) {
            return ScaleMessage.Measurement.without(ReadingState.ERROR, StatusFlag.NOT_A_WEIGHT);
        }
        return weight(new Weight(value.get(), unit.get()), rests);
    }

    private static ScaleMessage weight(Weight weight, boolean rests) {
        ReadingState state = !rests ? ReadingState.MOTION : weight.isZero() ? ReadingState.ZERO : ReadingState.STABLE;
        return new ScaleMessage.Measurement(
                state, Optional.of(weight), false, rests ? Set.of() : Set.of(StatusFlag.MOTION));
    }

    private static ScaleMessage error(String word, ScaleRequest asked) {
        if (asked instanceof ScaleRequest.Weigh) {
            StatusFlag flag = switch (word) {
                case "ES" -> StatusFlag.SYNTAX_ERROR;
                case "ET" -> StatusFlag.TRANSMISSION_ERROR;
                default -> StatusFlag.LOGICAL_ERROR;
            };
            return ScaleMessage.Measurement.without(ReadingState.ERROR, flag);
        }
        CommandOutcome outcome = switch (word) {
            case "ES" -> CommandOutcome.NOT_SUPPORTED;
            case "ET" -> CommandOutcome.BUSY;
            default -> CommandOutcome.REFUSED;
        };
        return new ScaleMessage.Answer(outcome, Optional.empty());
    }

    private static ScaleMessage answer(String[] words, ScaleRequest asked) {
        if (!words(asked).contains(words[0]) || words.length < 2) {
            return new ScaleMessage.Notice();
        }
        return switch (words[1]) {
            case "A", "S", "D" -> new ScaleMessage.Answer(CommandOutcome.DONE, tare(words, asked));
            case "I" -> new ScaleMessage.Answer(CommandOutcome.BUSY, Optional.empty());
            case "+", "-" -> new ScaleMessage.Answer(CommandOutcome.OUT_OF_RANGE, Optional.empty());
            case "L" -> new ScaleMessage.Answer(CommandOutcome.REFUSED, Optional.empty());
            default -> new ScaleMessage.Unreadable();
        };
    }

    private static Set<String> words(ScaleRequest asked) {
        return switch (asked) {
            case ScaleRequest.Zero zero -> Set.of("Z", "ZI");
            case ScaleRequest.Tare tare -> Set.of("T", "TI");
            case ScaleRequest.ClearTare clear -> Set.of("TAC");
            case ScaleRequest.PresetTare preset -> Set.of("TA");
            case ScaleRequest.Weigh weigh -> Set.of("S", "SI");
        };
    }

    /** A weight frame of this protocol does not tell net from gross; what was tared is known from here only. */
    private static Optional<Boolean> tare(String[] words, ScaleRequest asked) {
        return switch (asked) {
            case ScaleRequest.ClearTare clear -> Optional.of(false);
            // Setting to zero clears the tare memory as well.
            case ScaleRequest.Zero zero -> Optional.of(false);
            case ScaleRequest.PresetTare preset -> Optional.of(preset.grams().signum() > 0);
            case ScaleRequest.Tare tare ->
                Optional.of(words.length < 3
                        || Decimals.signed(words[2])
                                .map(value -> value.signum() != 0)
                                .orElse(true));
            case ScaleRequest.Weigh weigh -> Optional.empty();
        };
    }
}
