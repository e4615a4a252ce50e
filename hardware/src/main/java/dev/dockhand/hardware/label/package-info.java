/**
 * A label as data: elements with positions in millimetres, filled from templates that are JSON files, and written in the
 * language of a printer. What a printer has no font for is rasterised here.
 */
@NullMarked
package dev.dockhand.hardware.label;

import org.jspecify.annotations.NullMarked;
