/** Measurements, run by hand. */
@org.jspecify.annotations.NullMarked
package dev.dockhand.server.bench;
