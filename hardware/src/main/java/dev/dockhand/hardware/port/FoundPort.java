package dev.dockhand.hardware.port;

/**
 * A port that this machine has, free or not.
 *
 * @param address where it is, by the name that stays the same when it is plugged in again
 * @param description what it is, for a person
 */
public record FoundPort(PortAddress address, String description) {}
