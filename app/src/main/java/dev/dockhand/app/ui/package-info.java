/** The window: composes the parts, opens them on a stage, and hops to the JavaFX thread. */
@NullMarked
package dev.dockhand.app.ui;

import org.jspecify.annotations.NullMarked;
