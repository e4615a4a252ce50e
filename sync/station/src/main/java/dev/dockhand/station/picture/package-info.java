/** Pictures of items in a folder: whole or not at all, bounded, the oldest used out first. */
@NullMarked
package dev.dockhand.station.picture;

import org.jspecify.annotations.NullMarked;
