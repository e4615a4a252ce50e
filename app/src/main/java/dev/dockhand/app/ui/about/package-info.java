/** The status of the station in words. */
@NullMarked
package dev.dockhand.app.ui.about;

import org.jspecify.annotations.NullMarked;
