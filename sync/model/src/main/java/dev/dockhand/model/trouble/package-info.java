/** What a supervisor must settle. */
@NullMarked
package dev.dockhand.model.trouble;

import org.jspecify.annotations.NullMarked;
