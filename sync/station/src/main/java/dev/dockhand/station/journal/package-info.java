/** The truth of a station: what people did, appended to files and forced to disk before anybody is told "good". */
@NullMarked
package dev.dockhand.station.journal;

import org.jspecify.annotations.NullMarked;
