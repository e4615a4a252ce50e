/** What is taken back: its words, when it is asked about first, and when it is too late. */
@NullMarked
package dev.dockhand.app.flow.undo;

import org.jspecify.annotations.NullMarked;
