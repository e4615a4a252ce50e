/** What a supervisor must settle. */
@NullMarked
package dev.dockhand.model.exception;

import org.jspecify.annotations.NullMarked;
