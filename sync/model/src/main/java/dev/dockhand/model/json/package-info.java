/** The one way in which the house writes and reads JSON. */
@NullMarked
package dev.dockhand.model.json;

import org.jspecify.annotations.NullMarked;
