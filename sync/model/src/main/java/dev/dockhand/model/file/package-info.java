/** Files that people make in spreadsheets: their charset, and the lines of CSV. */
@NullMarked
package dev.dockhand.model.file;

import org.jspecify.annotations.NullMarked;
