package dev.dockhand.app.device;

/**
 * The test of one device: where it stands.
 *
 * @param device id of the device
 * @param kind what it is
 * @param name name that the set-up gave it
 * @param outcome how it went so far
 * @param message what it asks for, or what it found
 * @param code a code to be scanned that the screen should show; empty when there is none
 */
public record DeviceTest(
        String device, DeviceLamp.Kind kind, String name, Outcome outcome, TestMessage message, String code) {

    /** How a test went. */
    public enum Outcome {
        WAITING,
        RUNNING,
        PASSED,
        FAILED,
        SKIPPED
    }

    DeviceTest with(Outcome now, TestMessage found, String shown) {
        return new DeviceTest(device, kind, name, now, found, shown);
    }
}
