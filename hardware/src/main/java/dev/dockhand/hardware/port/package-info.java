/**
 * Byte transports: serial, TCP and device file behind one {@link dev.dockhand.hardware.port.Wire}, addressed by URI and
 * owned by one thread a device.
 */
@NullMarked
package dev.dockhand.hardware.port;

import org.jspecify.annotations.NullMarked;
