/** What a page of the window does, and what draws it. */
@NullMarked
package dev.dockhand.app.ui.page;

import org.jspecify.annotations.NullMarked;
