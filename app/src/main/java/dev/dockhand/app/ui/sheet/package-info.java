/** The command barcodes on the screen and on labels. */
@NullMarked
package dev.dockhand.app.ui.sheet;

import org.jspecify.annotations.NullMarked;
