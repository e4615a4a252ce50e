package dev.dockhand.model.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A weight in grams, exact to the digit that a scale sent.
 *
 * @param value grams; trailing zeros do not count
 */
public record Grams(@JsonValue BigDecimal value) implements Comparable<Grams> {

    /** No weight. */
    public static final Grams ZERO = new Grams(BigDecimal.ZERO);

    /** Makes equal weights equal, whatever digits they were written with. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Grams {
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
