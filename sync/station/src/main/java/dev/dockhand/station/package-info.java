/** The station's memory: {@link dev.dockhand.station.StationMemory} is the door to it. */
@NullMarked
package dev.dockhand.station;

import org.jspecify.annotations.NullMarked;
