package dev.dockhand.app.bench;

/**
 * The test of one device: where it stands.
 *
 * @param device id of the device
 * @param kind what it is
 * @param name name that the set-up gave it
 * @param outcome how it went so far
 * @param finding what it asks for, or what it found
 * @param code a code to be scanned that the screen should show; empty when there is none
 */
public record Check(String device, DeviceLamp.Kind kind, String name, Outcome outcome, Finding finding, String code) {

    /** How a test went. */
    public enum Outcome {
        WAITING,
        RUNNING,
        PASSED,
        FAILED,
        SKIPPED
    }

    Check with(Outcome now, Finding found, String shown) {
        return new Check(device, kind, name, now, found, shown);
    }
}
