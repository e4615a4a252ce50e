package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An order of a brand.
 *
 * @param value written as {@link BrandedId} says
 */
public record OrderId(@JsonValue String value) implements BrandedId {

    /** Checks the written form; see {@link BrandedId#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        value = BrandedId.checked("order", value, OrderNumber::new);
    }

    /** Names it by its parts. */
    public static OrderId of(BrandId brand, OrderNumber number) {
        return new OrderId(brand.value() + SLASH + number.value());
    }

    /** The part that the brand gave. */
    public OrderNumber number() {
        return new OrderNumber(name());
    }

    @Override
    public String toString() {
        return value;
    }
}
