package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** The weight of one frame, and the state that follows from all that the frame says. */
final class LineWeight {

    /** A scale at zero shows at most a few divisions; more than this many of the last digit contradict it. */
    private static final BigInteger NEAR_ZERO = BigInteger.valueOf(100);

    private final ScaleProfile profile;
    private final LineForm line;
    private final Matcher parts;

    LineWeight(ScaleProfile profile, LineForm line, Matcher parts) {
        this.profile = profile;
        this.line = line;
        this.parts = parts;
    }

    ScaleMessage read(LineProtocol.Said said) {
        Set<StatusFlag> flags = EnumSet.noneOf(StatusFlag.class);
        flags.addAll(said.flags());
        if (line.has("weight") && !line.rests() && !said.sayable().contains(StatusFlag.MOTION)) {
            flags.add(StatusFlag.STABILITY_UNKNOWN);
        }
        ReadingState state = StatusStates.of(flags);
        return switch (state) {
            case MOTION, STABLE, ZERO -> line.has("weight") ? weighed(state, flags) : without(state, flags);
            // Whatever digits stand there are no weight.
            case OVER, UNDER, ERROR, STALE -> without(state, flags);
        };
    }

    private ScaleMessage weighed(ReadingState state, Set<StatusFlag> flags) {
        Optional<BigDecimal> value = line.binary() ? binary() : digits();
        if (value.isEmpty()) {
            return state == ReadingState.MOTION && text("weight").isBlank()
                    ? without(state, flags)
                    : new ScaleMessage.Unreadable();
        }
        Optional<WeightUnit> unit = unit();
        if (unit.isEmpty()) {
            return ScaleMessage.Measurement.without(ReadingState.ERROR, StatusFlag.NOT_A_WEIGHT);
        }
        Weight weight = new Weight(value.get(), unit.get());
        boolean net = flags.contains(StatusFlag.NET);
        if (flags.contains(StatusFlag.CENTRE_OF_ZERO) && !net && isFarFromZero(weight)) {
            flags.add(StatusFlag.CONTRADICTION);
            return without(ReadingState.ERROR, flags);
        }
        boolean zero = state == ReadingState.STABLE && weight.isZero();
        return new ScaleMessage.Measurement(
                zero ? ReadingState.ZERO : atRest(state, weight), Optional.of(weight), net, flags);
    }

    /** At zero with a tare taken off, the pan shows less than nothing, which is no empty pan. */
    private static ReadingState atRest(ReadingState state, Weight weight) {
        return state == ReadingState.ZERO && isFarFromZero(weight) ? ReadingState.STABLE : state;
    }

    private static boolean isFarFromZero(Weight weight) {
        return weight.value().unscaledValue().abs().compareTo(NEAR_ZERO) > 0;
    }

    private static ScaleMessage without(ReadingState state, Set<StatusFlag> flags) {
        return new ScaleMessage.Measurement(state, Optional.empty(), flags.contains(StatusFlag.NET), flags);
    }

    private Optional<BigDecimal> digits() {
        String text = text("weight").strip();
        boolean signed = text.startsWith("-") || text.startsWith("+");
        Optional<BigDecimal> value =
                Decimals.unsigned(signed ? text.substring(1).stripLeading() : text);
        boolean below = text.startsWith("-") ^ text("sign").equals("-");
        return below ? value.map(BigDecimal::negate) : value;
    }

    private Optional<BigDecimal> binary() {
        String bytes = text("weight");
        long number = 0;
        for (int i = bytes.length() - 1; i >= 0; i--) {
            number = number << 8 | bytes.charAt(i);
        }
        int exponent = text("exponent").isEmpty() ? 0 : (byte) text("exponent").charAt(0);
        return bytes.length() > 4
                ? Optional.empty()
                : Optional.of(
                        exponent > 0
                                ? BigDecimal.valueOf(number)
                                        .scaleByPowerOfTen(exponent)
                                        .setScale(0)
                                : BigDecimal.valueOf(number, -exponent));
    }

    private Optional<WeightUnit> unit() {
        String written = text("unit");
        if (written.isEmpty()) {
            return line.unit();
        }
        WeightUnit told = profile.units().get(written);
        return told == null ? WeightUnit.ofSymbol(written.strip()) : Optional.of(told);
    }

    private String text(String part) {
        String text = line.has(part) ? parts.group(part) : null;
        return text == null ? "" : text;
    }
}
