package dev.dockhand.model.id;

import java.util.function.Function;

/**
 * A name that a brand gave, with the brand: two brands may give the same. Written {@code BRAND/NAME}, for instance
 * {@code glow/GL-0101}; the first slash parts them.
 */
public sealed interface BrandedId extends Identifier permits AsnId, ItemId, OrderId {

    /** Parts the brand from the name. */
    char SLASH = '/';

    /** Whose name it is. */
    default BrandId brand() {
        return new BrandId(value().substring(0, value().indexOf(SLASH)));
    }

    /** The name as the brand gave it, as it is printed and scanned. */
    default String name() {
        return value().substring(value().indexOf(SLASH) + 1);
    }

    /**
     * Checks the written form and brings both parts to their normal form.
     *
     * @param what the field's word for it, used in the error
     * @param name checks the name
     * @throws IllegalArgumentException when a part is missing or cannot be
     */
    static String checked(String what, String value, Function<String, ? extends Identifier> name) {
        int slash = value.indexOf(SLASH);
        if (slash < 0) {
            throw new IllegalArgumentException(what + " is written BRAND/NAME");
        }
        return new BrandId(value.substring(0, slash)).value()
                + SLASH
                + name.apply(value.substring(slash + 1)).value();
    }
}
