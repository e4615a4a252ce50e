/** The window that closes a kiosk by a supervisor's word. */
@NullMarked
package dev.dockhand.app.ui.quit;

import org.jspecify.annotations.NullMarked;
