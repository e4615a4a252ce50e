package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Units that scales send, with their exact size in grams (the pound by the agreement of 1959). */
public enum WeightUnit {
    /** Milligram. */
    MILLIGRAM("mg", "0.001"),
    /** Gram. */
    GRAM("g", "1"),
    /** Kilogram. */
    KILOGRAM("kg", "1000"),
    /** Metric ton. */
    TONNE("t", "1000000"),
    /** Avoirdupois pound. */
    POUND("lb", "453.59237"),
    /** Avoirdupois ounce, a sixteenth of a pound. */
    OUNCE("oz", "28.349523125"),
    /** Troy ounce. */
    TROY_OUNCE("ozt", "31.1034768");

    private final String symbol;
    private final BigDecimal grams;

    WeightUnit(String symbol, String grams) {
        this.symbol = symbol;
        this.grams = new BigDecimal(grams);
    }

    /** How scales write it. */
    public String symbol() {
        return symbol;
    }

    /** How many grams one of it is. */
    public BigDecimal grams() {
        return grams;
    }

    /** The unit with this symbol, whatever its case; empty when it is no unit of weight, such as pieces. */
    public static Optional<WeightUnit> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equalsIgnoreCase(symbol))
                .findFirst();
    }
}
