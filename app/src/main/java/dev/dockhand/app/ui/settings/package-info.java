/** What a person chose for the window, and the page that it is chosen on. */
@NullMarked
package dev.dockhand.app.ui.settings;

import org.jspecify.annotations.NullMarked;
