/** Events of stations: taken exactly once, decided on purely, and written in one transaction. */
@NullMarked
package dev.dockhand.server.accept;

import org.jspecify.annotations.NullMarked;
