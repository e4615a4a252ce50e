/** Reads across all rooms what a station must know, and writes nothing. */
@NullMarked
package dev.dockhand.server.snapshot;

import org.jspecify.annotations.NullMarked;
