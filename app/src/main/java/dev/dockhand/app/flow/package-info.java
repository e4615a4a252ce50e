/**
 * The work itself as pure state machines. A flow takes its state, an input and read-only look-ups, and says what
 * happened, what comes next and what must be done; it never touches a device, a clock, a file or a thread; what
 * day it is, is looked up.
 */
@NullMarked
package dev.dockhand.app.flow;

import org.jspecify.annotations.NullMarked;
