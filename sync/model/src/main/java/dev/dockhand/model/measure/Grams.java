package dev.dockhand.model.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A weight in grams, exact to the digit that a scale sent.
 *
 * @param value grams, of at most 30 digits before and behind the point; trailing zeros do not count
 */
public record Grams(@JsonValue BigDecimal value) implements Comparable<Grams> {

    /** No weight. */
    public static final Grams ZERO = new Grams(BigDecimal.ZERO);

    private static final int MOST_DIGITS = 30;

    /**
     * Makes equal weights equal, whatever digits they were written with.
     *
     * @throws IllegalArgumentException for a number that no scale sends: a few characters of exponent would be hours of work
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Grams {
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("a weight has at most %d digits".formatted(MOST_DIGITS));
        }
        BigDecimal stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The given number of whole grams. */
    public static Grams of(long grams) {
        return new Grams(BigDecimal.valueOf(grams));
    }

    /** The sum. */
    public Grams plus(Grams other) {
        return new Grams(value.add(other.value));
    }

    /** The difference, which may be negative. */
    public Grams minus(Grams other) {
        return new Grams(value.subtract(other.value));
    }

    /** The weight of so many. */
    public Grams times(Quantity quantity) {
        return new Grams(value.multiply(BigDecimal.valueOf(quantity.units())));
    }

    /** The weight without its sign. */
    public Grams magnitude() {
        return new Grams(value.abs());
    }

    @Override
    public int compareTo(Grams other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " g";
    }
}
