package dev.dockhand.app.device;

import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.printer.ProofLevel;
import dev.dockhand.hardware.scale.ReadingState;

/**
 * What a device's test found or asks for, in a form that is kept in a file and worded on a screen.
 *
 * @param reason what
 * @param detail more about it, as the reason says; empty where it says nothing
 */
public record TestMessage(Reason reason, String detail) {

    /** What a test asks for, and how it ends. */
    public enum Reason {
        /** It is not this one's turn yet. */
        WAITING,
        /** Scan anything. */
        SCAN_ANYTHING,
        /** Scan the test code. */
        SCAN_CODE,
        /** Another code was scanned; the detail is that code. */
        OTHER_CODE,
        /** The scan was garbled. */
        GARBLED,
        /** A code was read; the detail is the code. */
        SCANNED,
        /** Nothing fitting was scanned in time. */
        NOT_SCANNED,
        /** The weight does not rest yet; the detail is the scale's state. */
        SETTLING,
        /** Something lies on the pan; the detail is the weight. */
        PAN_LOADED,
        /** The weight rests; the detail is the weight. */
        WEIGHED,
        /** The weight did not rest in time; the detail is the scale's state. */
        NOT_STABLE,
        /** The pan was not emptied in time; the detail is the weight. */
        NOT_EMPTIED,
        /** The label is on its way. */
        PRINTING,
        /** The port took the label; it waits for the printer. */
        SENT,
        /** The label came out as far as the detail, a level of proof, says; scan it. */
        SCAN_BACK,
        /** Nobody knows whether the label came out; the detail is the printer's reason. Scan it when it did. */
        SCAN_BACK_DOUBT,
        /** The label was scanned back. */
        SCANNED_BACK,
        /** The label was not scanned back; the detail is the level of proof without that. */
        NOT_SCANNED_BACK,
        /** No label came out; the detail is the printer's reason. */
        NOT_PRINTED,
        /** The label could not be made for this printer. */
        NO_LABEL,
        /** The device is switched off. */
        OFF,
        /** The device is not connected; the detail is the state of its connection. */
        NOT_CONNECTED,
        /** The operator left it out. */
        LEFT_OUT
    }

    /**
     * Checks that the detail fits the reason.
     *
     * @throws IllegalArgumentException when it does not
     */
    public TestMessage {
        argument(reason, detail);
    }

    static TestMessage of(Reason reason) {
        return new TestMessage(reason, "");
    }

    /** What a test found, with the constant that tells more about it. */
    public static TestMessage of(Reason reason, Enum<?> detail) {
        return new TestMessage(reason, detail.name());
    }

    /** The words of it. */
    public Text text() {
        return Text.of("DeviceTest." + reason.name(), argument(reason, detail));
    }

    private static Object argument(Reason reason, String detail) {
        return switch (reason) {
            case SETTLING, NOT_STABLE ->
                Text.of("scale." + ReadingState.valueOf(detail).name());
            case SCAN_BACK, NOT_SCANNED_BACK -> ProofLevel.valueOf(detail);
            case SCAN_BACK_DOUBT, NOT_PRINTED -> PrintReason.valueOf(detail);
            case NOT_CONNECTED ->
                Text.of("device.state." + ConnectionState.valueOf(detail).name());
            default -> detail;
        };
    }
}
