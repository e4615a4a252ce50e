/** The command line: {@code dockhand-server} and what can be said to a server that runs. */
@NullMarked
package dev.dockhand.server.command;

import org.jspecify.annotations.NullMarked;
