/** Keys of the keyboard and of wedge scanners, caught for the whole scene whatever has the focus. */
@NullMarked
package dev.dockhand.app.ui.keys;

import org.jspecify.annotations.NullMarked;
