/** Putaway: a license plate goes to a scanned location. */
@NullMarked
package dev.dockhand.app.flow.putaway;

import org.jspecify.annotations.NullMarked;
