/** The job on the screen: its view, its words, its keypad, and the answers to what is done. */
@NullMarked
package dev.dockhand.app.ui.work;

import org.jspecify.annotations.NullMarked;
