/**
 * GS1 data in bar codes: element strings, Digital Links, check digits and the application identifiers. Pure: text in, a
 * {@link dev.dockhand.hardware.gs1.Gs1Result} out.
 */
@NullMarked
package dev.dockhand.hardware.gs1;

import org.jspecify.annotations.NullMarked;
