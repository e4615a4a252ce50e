/** What every job does in the same way: reading codes and figures, finding items and work, drafting acts, refusing. */
@NullMarked
package dev.dockhand.app.flow.common;

import org.jspecify.annotations.NullMarked;
