/** What several features are made of: text that fits, keypads, choices, barcodes, sizes, icons. */
@NullMarked
package dev.dockhand.app.ui.parts;

import org.jspecify.annotations.NullMarked;
