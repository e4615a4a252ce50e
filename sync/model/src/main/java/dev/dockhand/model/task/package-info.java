/** Work that a station may do, and the lease that allows it. */
@NullMarked
package dev.dockhand.model.task;

import org.jspecify.annotations.NullMarked;
