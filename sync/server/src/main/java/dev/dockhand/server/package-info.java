/** The server as a program: how its parts are put together, started and stopped. */
@NullMarked
package dev.dockhand.server;

import org.jspecify.annotations.NullMarked;
