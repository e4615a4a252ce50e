/** What happened on the floor: acts, the movements of stock that they cause, and the envelope they travel in. */
@NullMarked
package dev.dockhand.model.event;

import org.jspecify.annotations.NullMarked;
