/** The way to the server: enrolment, push, pull, leases, and what happens when it cannot be reached. */
@NullMarked
package dev.dockhand.station.link;

import org.jspecify.annotations.NullMarked;
