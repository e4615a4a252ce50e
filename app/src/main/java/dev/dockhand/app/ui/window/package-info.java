/** The window of a station: the frame around job and pages, its keys, and the hop from the bench's threads. */
@NullMarked
package dev.dockhand.app.ui.window;

import org.jspecify.annotations.NullMarked;
