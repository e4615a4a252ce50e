package dev.dockhand.model.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A number of units of one item.
 *
 * @param units 0 to 1,000,000
 */
public record Quantity(@JsonValue int units) implements Comparable<Quantity> {

    /** No unit. */
    public static final Quantity ZERO = new Quantity(0);

    /** One unit. */
    public static final Quantity ONE = new Quantity(1);

    private static final int MOST = 1_000_000;

    /** Refuses what nobody counts by hand: a negative number, or one that is surely a scanned barcode. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Quantity {
        if (units < 0 || units > MOST) {
            throw new IllegalArgumentException("a quantity is 0 to %,d units, not %,d".formatted(MOST, units));
        }
    }

    /** The given number of units. */
    public static Quantity of(int units) {
        return new Quantity(units);
    }

    /** The sum. */
    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(units, other.units));
    }

    /** The difference; the other must not be greater. */
    public Quantity minus(Quantity other) {
        return new Quantity(units - other.units);
    }

    /** Whether there is no unit. */
    public boolean isZero() {
        return units == 0;
    }

    /** Whether this is more than the other. */
    public boolean isMoreThan(Quantity other) {
        return units > other.units;
    }

    @Override
    public int compareTo(Quantity other) {
        return Integer.compare(units, other.units);
    }

    @Override
    public String toString() {
        return Integer.toString(units);
    }
}
