/** The server's doors: requests in, bounded and parsed; answers and errors out. */
@NullMarked
package dev.dockhand.server.http;

import org.jspecify.annotations.NullMarked;
