package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A weight as the scale showed it.
 *
 * @param value the number with the decimals that were shown; below zero when the pan is lighter than at zero
 * @param unit its unit
 */
public record Weight(BigDecimal value, WeightUnit unit) {

    /** The exact number of grams, without trailing zeros behind the point. */
    public BigDecimal grams() {
        BigDecimal grams = value.multiply(unit.grams()).stripTrailingZeros();
        return grams.scale() < 0 ? grams.setScale(0, RoundingMode.UNNECESSARY) : grams;
    }

    /** True when it is exactly zero. */
    public boolean isZero() {
        return value.signum() == 0;
    }
}
