/**
 * Virtual devices for demo, training and tests. They speak the same bytes over the same ports as real ones: a device is
 * written once as a {@link dev.dockhand.hardware.virtual.VirtualDevice} and runs over any
 * {@link dev.dockhand.hardware.virtual.FarEnd}, a TCP listener or a Linux PTY, which can be unplugged.
 */
@NullMarked
package dev.dockhand.hardware.virtual;

import org.jspecify.annotations.NullMarked;
