/** Orders as customers made them: lines and quantities, holds, the warehouse they went to, whose they are. Nothing here knows of work. */
@NullMarked
package dev.dockhand.server.order;

import org.jspecify.annotations.NullMarked;
