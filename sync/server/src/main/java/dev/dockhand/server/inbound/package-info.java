/** What comes in: advance shipping notices with how far they are received, and what lay here before the work began. */
@NullMarked
package dev.dockhand.server.inbound;

import org.jspecify.annotations.NullMarked;
