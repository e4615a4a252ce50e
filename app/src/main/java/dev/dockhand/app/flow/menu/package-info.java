/** The choice of the job. */
@NullMarked
package dev.dockhand.app.flow.menu;

import org.jspecify.annotations.NullMarked;
