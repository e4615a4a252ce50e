package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.site.Weighing;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a parcel should weigh, and what is likely wrong when it does not. */
final class Weights {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_UNITS_OFF = 3;

    private Weights() {}

    /** Units and packaging together; absent when nobody weighed one of the items. */
    static @Nullable Grams expected(Parcel parcel, Lookup lookup) {
        Grams sum = lookup.warehouse().weighing().packaging();
        for (ItemId item : parcel.items()) {
            Quantity units = parcel.box().packed(item);
            if (units.isZero()) {
                continue;
            }
            Grams unit = lookup.item(item).map(Item::unitWeight).orElse(null);
            if (unit == null) {
                return null;
            }
            sum = sum.plus(unit.times(units));
        }
        return sum;
    }

    static boolean isRight(Grams grams, Grams expected, Weighing rules) {
        return isWithin(grams, expected, rules.tolerancePercent(), rules.toleranceAtLeast());
    }

    /** Whether a weight is so far off that it takes a supervisor's word. */
    static boolean isFarOff(Grams grams, Grams expected, Weighing rules) {
        return !isWithin(grams, expected, rules.approvalPercent(), rules.approvalAtLeast());
    }

    private static boolean isWithin(Grams grams, Grams expected, int percent, Grams atLeast) {
        Grams off = grams.minus(expected).magnitude();
        Grams share =
                new Grams(expected.value().multiply(BigDecimal.valueOf(percent)).divide(HUNDRED));
        return off.compareTo(share) <= 0 || off.compareTo(atLeast) <= 0;
    }

    /** The item of which one to three units weigh what is too much or too little, best fit first. */
    static Optional<Suspect> suspect(Parcel parcel, Grams grams, Grams expected, Lookup lookup) {
        Grams difference = grams.minus(expected);
        boolean tooLight = difference.compareTo(Grams.ZERO) < 0;
        return parcel.items().stream()
                .flatMap(item -> lookup.item(item).stream())
                .flatMap(item -> IntStream.rangeClosed(1, MOST_UNITS_OFF)
                        .filter(units -> !tooLight
                                || units <= parcel.box().packed(item.id()).units())
                        .mapToObj(units -> Fit.of(item, Quantity.of(units), difference.magnitude()))
                        .flatMap(Optional::stream))
                .filter(fit ->
                        fit.rest().compareTo(lookup.warehouse().weighing().toleranceAtLeast()) <= 0)
                .min(Comparator.comparing(Fit::rest)
                        .thenComparing(fit -> fit.suspect().units()))
                .map(Fit::suspect);
    }

    /**
     * What is likely missing or too much.
     *
     * @param item item
     * @param units how many
     */
    record Suspect(Item item, Quantity units) {}

    private record Fit(Suspect suspect, Grams rest) {
        static Optional<Fit> of(Item item, Quantity units, Grams difference) {
            Grams unit = item.unitWeight();
            return unit == null || unit.equals(Grams.ZERO)
                    ? Optional.empty()
                    : Optional.of(new Fit(
                            new Suspect(item, units),
                            unit.times(units).minus(difference).magnitude()));
        }
    }
}
