/** Put back: units of a tote whose order was called off go to a scanned location. */
@NullMarked
package dev.dockhand.app.flow.putback;

import org.jspecify.annotations.NullMarked;
