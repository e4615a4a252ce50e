package dev.dockhand.app.device;

import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.Weight;
import dev.dockhand.hardware.scale.WeightUnit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the scale says now.
 *
 * @param value the figure with the digits that the scale sent, absent where it has none to give
 * @param unit unit of the figure, for instance {@code g}
 * @param state STABLE, MOTION, OVER, UNDER, ZERO, ERROR or STALE
 */
public record LiveWeight(@Nullable BigDecimal value, String unit, String state) {

    static LiveWeight of(Reading reading) {
        return new LiveWeight(
                reading.weight().map(Weight::value).orElse(null),
                reading.unit().map(WeightUnit::symbol).orElse(""),
                reading.state().name());
    }
}
