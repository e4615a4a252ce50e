/** What is set for this machine, and how it becomes a station. */
@NullMarked
package dev.dockhand.app.machine;

import org.jspecify.annotations.NullMarked;
