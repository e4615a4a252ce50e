package dev.dockhand.app.bench;

import org.jspecify.annotations.Nullable;

/**
 * One device of a bench, as set up.
 *
 * @param id key, for instance {@code printer}
 * @param kind what it is
 * @param name as shown
 * @param address as {@code PortAddress} reads it; blank when the device is switched off
 * @param profile a scale's or scanner's profile or a printer's language; absent for the usual scanner
 */
public record DeviceSettings(
        String id,
        DeviceLamp.Kind kind,
        String name,
        String address,
        @Nullable String profile) {

    /** Whether the device shall be used. */
    boolean isOn() {
        return !address.isBlank();
    }

    /** The same device elsewhere. */
    DeviceSettings at(String otherAddress, @Nullable String otherProfile) {
        return new DeviceSettings(id, kind, name, otherAddress, otherProfile);
    }
}
