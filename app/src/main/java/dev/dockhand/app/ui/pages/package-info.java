/** Pages beside the work: devices, command sheet, status. */
@NullMarked
package dev.dockhand.app.ui.pages;

import org.jspecify.annotations.NullMarked;
