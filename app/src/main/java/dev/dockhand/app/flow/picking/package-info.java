/** Picking: location, item, quantity, tote; line by line in walking order. */
@NullMarked
package dev.dockhand.app.flow.picking;

import org.jspecify.annotations.NullMarked;
