/** An operator who always does the right thing next: for the demo, and for tests that need a whole shift. */
@NullMarked
package dev.dockhand.app.flow.script;

import org.jspecify.annotations.NullMarked;
