/** Exceptions: what a supervisor must settle. */
@NullMarked
package dev.dockhand.server.trouble;

import org.jspecify.annotations.NullMarked;
