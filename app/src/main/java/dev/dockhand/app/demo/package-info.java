/**
 * The bench that runs with no hardware: a window with virtual goods, pan, printer and network cable, a scripted operator
 * for machines without a display, and the run that puts server, sample data and station together.
 */
@NullMarked
package dev.dockhand.app.demo;

import org.jspecify.annotations.NullMarked;
