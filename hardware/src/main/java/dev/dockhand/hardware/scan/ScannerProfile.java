package dev.dockhand.hardware.scan;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes one model of scanner from another. It comes from a data file.
 *
 * @param id the name on the command line and in settings, lower case
 * @param name what people call it
 * @param usb maker and product numbers of USB devices that are this model, as in {@code 1EAB:8303}
 * @param answers how it is told good or bad; null when it cannot be told
 * @param hid how its HID reports are laid out; null when it sends codes with marks at their ends
 */
public record ScannerProfile(
        String id,
        String name,
        List<String> usb,
        @Nullable Answers answers,
        @Nullable HidLayout hid) {

    /** Keeps its own copy. */
    public ScannerProfile {
        usb = List.copyOf(usb);
    }

    /**
     * What a scanner expects after each code, before it reads the next.
     *
     * @param good bytes for "good", in hexadecimal digits
     * @param bad bytes for "bad", in hexadecimal digits
     * @param waitMillis how long the scanner waits for either
     */
    public record Answers(String good, String bad, int waitMillis) {

        /** Checks the bytes. */
        public Answers {
            HexFormat.ofDelimiter(" ").parseHex(good);
            HexFormat.ofDelimiter(" ").parseHex(bad);
            if (waitMillis < 100 || waitMillis > 60_000) {
                throw new IllegalArgumentException("waitMillis is a number from 100 to 60000");
            }
        }

        byte[] bytes(boolean forGood) {
            return HexFormat.ofDelimiter(" ").parseHex(forGood ? good : bad);
        }

        Duration waiting() {
            return Duration.ofMillis(waitMillis);
        }
    }

    /** What cuts its bytes, for one connection. */
    ScanCutter cutter(Framing framing) {
        return hid == null ? new ScanFramer(framing) : new HidFramer(hid);
    }
}
