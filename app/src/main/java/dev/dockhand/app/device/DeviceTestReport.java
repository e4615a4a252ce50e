package dev.dockhand.app.device;

import java.time.Instant;
import java.util.List;

/**
 * The result of a test of all devices at the start of a shift, as it is kept in the station's folder.
 *
 * @param at when it ended
 * @param operator name of who was signed in, empty for nobody
 * @param devices each device with its result
 */
public record DeviceTestReport(Instant at, String operator, List<Result> devices) {

    /** Copies the list. */
    public DeviceTestReport {
        devices = List.copyOf(devices);
    }

    /**
     * The result of one device.
     *
     * @param device id of the device
     * @param kind what it is
     * @param name name that the set-up gave it
     * @param outcome PASSED, FAILED or SKIPPED
     * @param message why
     */
    public record Result(
            String device, DeviceLamp.Kind kind, String name, DeviceTest.Outcome outcome, TestMessage message) {}

    /** Whether no device failed. */
    public boolean passed() {
        return devices.stream().noneMatch(each -> each.outcome() == DeviceTest.Outcome.FAILED);
    }
}
