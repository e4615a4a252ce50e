/** What the warehouse knows before any work: items, locations, operators, advance shipping notices. */
@NullMarked
package dev.dockhand.model.catalogue;

import org.jspecify.annotations.NullMarked;
