/** How the log is written: by its owner only, and no line so often that it hides the others. */
@NullMarked
package dev.dockhand.server.log;

import org.jspecify.annotations.NullMarked;
