/** Exceptions: what a supervisor must settle. */
@NullMarked
package dev.dockhand.server.exception;

import org.jspecify.annotations.NullMarked;
