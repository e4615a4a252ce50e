/** Telling the stations: one ordered feed a warehouse, written with the transaction that it tells of. */
@NullMarked
package dev.dockhand.server.feed;

import org.jspecify.annotations.NullMarked;
