/** What the window shows, in words and without a control: view-models that are tested without a window. */
@NullMarked
package dev.dockhand.app.ui.work;

import org.jspecify.annotations.NullMarked;
