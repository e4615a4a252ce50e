package dev.dockhand.hardware.scale;

import java.math.BigDecimal;

/** What a scale can be asked for. */
public sealed interface ScaleRequest {

    /** The present weight. */
    record Weigh() implements ScaleRequest {}

    /** To set itself to zero. */
    record Zero() implements ScaleRequest {}

    /** To take off what is on the pan now. */
    record Tare() implements ScaleRequest {}

    /** To take off nothing any more. */
    record ClearTare() implements ScaleRequest {}

    /**
     * To take off a known weight.
     *
     * @param grams the weight of the empty carton or tote
     */
    record PresetTare(BigDecimal grams) implements ScaleRequest {}
}
