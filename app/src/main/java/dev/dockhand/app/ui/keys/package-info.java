/** The keys of the window: what each means, where it lies, and the row that they lie in. */
@NullMarked
package dev.dockhand.app.ui.keys;

import org.jspecify.annotations.NullMarked;
