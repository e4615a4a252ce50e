/** Warehouses and brands: how they work, as told to whoever works for them. */
@NullMarked
package dev.dockhand.model.site;

import org.jspecify.annotations.NullMarked;
