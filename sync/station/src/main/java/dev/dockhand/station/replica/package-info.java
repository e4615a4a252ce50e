/** The read model in H2: what the server told with the station's own acts on top. It can be made anew at any time. */
@NullMarked
package dev.dockhand.station.replica;

import org.jspecify.annotations.NullMarked;
