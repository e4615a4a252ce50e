/** Quantities and weights. */
@NullMarked
package dev.dockhand.model.measure;

import org.jspecify.annotations.NullMarked;
