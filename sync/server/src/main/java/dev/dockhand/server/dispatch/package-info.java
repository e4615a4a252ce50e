/** Parcels on their way out: the pool of waybill numbers, closed parcels, and every label that was printed. */
@NullMarked
package dev.dockhand.server.dispatch;

import org.jspecify.annotations.NullMarked;
