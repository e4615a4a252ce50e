/** Receiving against a notice: each confirmed count becomes one labelled license plate. */
@NullMarked
package dev.dockhand.app.flow.receiving;

import org.jspecify.annotations.NullMarked;
