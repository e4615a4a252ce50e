/** Six sounds, made by arithmetic. */
@NullMarked
package dev.dockhand.app.ui.sound;

import org.jspecify.annotations.NullMarked;
