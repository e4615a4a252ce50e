/** The station's memory put together: journal, read model and link in one folder. */
@NullMarked
package dev.dockhand.station.memory;

import org.jspecify.annotations.NullMarked;
