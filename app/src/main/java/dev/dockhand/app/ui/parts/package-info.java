/** Parts of the screen, composed in code; each draws one part of a view and decides nothing. */
@NullMarked
package dev.dockhand.app.ui.parts;

import org.jspecify.annotations.NullMarked;
