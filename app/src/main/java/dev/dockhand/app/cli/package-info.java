/** The same bench without a window: devices, scans, labels, enrolment and health on the command line. */
@NullMarked
package dev.dockhand.app.cli;

import org.jspecify.annotations.NullMarked;
