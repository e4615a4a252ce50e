/** The shell around the flows: devices in, journal, effects out; operator session; clock. Runs without a window. */
@NullMarked
package dev.dockhand.app.bench;

import org.jspecify.annotations.NullMarked;
