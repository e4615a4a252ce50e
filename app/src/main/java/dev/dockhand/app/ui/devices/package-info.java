/** The set-up page: its view, its view-model, and the dialogues that change a device. */
@NullMarked
package dev.dockhand.app.ui.devices;

import org.jspecify.annotations.NullMarked;
