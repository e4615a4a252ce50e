/** The end of a shift: what a station holds and has not begun goes to others. */
@NullMarked
package dev.dockhand.app.flow.shift;

import org.jspecify.annotations.NullMarked;
