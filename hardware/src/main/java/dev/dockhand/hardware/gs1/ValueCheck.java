package dev.dockhand.hardware.gs1;

import org.jspecify.annotations.Nullable;

/** One rule on the characters of a field, beyond their set and number. */
@FunctionalInterface
interface ValueCheck {

    /**
     * Looks at a field.
     *
     * @param text the whole data
     * @param from where the field starts
     * @param to behind its last character
     * @param year the present year
     * @return what is wrong, or null
     */
    @Nullable
    Gs1Reason fault(CharSequence text, int from, int to, int year);
}
