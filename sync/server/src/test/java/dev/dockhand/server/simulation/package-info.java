/**
 * Several whole stations and the server's rooms in one process, with network, disk, clock and power from one seed. Whatever
 * a seed lets happen, the invariants of the design hold; a seed that fails happens again in the same way.
 */
@NullMarked
package dev.dockhand.server.simulation;

import org.jspecify.annotations.NullMarked;
