package dev.dockhand.app.device;

import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.FoundPort;
import dev.dockhand.hardware.scale.ScaleWizard;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.hardware.scan.WedgeSettings;
import dev.dockhand.model.id.OperatorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the set-up page may ask about the devices. No call blocks; listeners are called on the bench's own threads. */
public interface DeviceSetUp {

    /**
     * Tells who draws the list. The listener gets the current list at once and a new one at every change.
     *
     * @return closes the subscription
     */
    Subscription onDevices(Consumer<List<Device>> listener);

    /**
     * Watches the bytes of one device, both ways, as they pass.
     *
     * @param device id of the device
     * @return closes the subscription
     */
    Subscription onTrace(String device, Consumer<Trace> listener);

    /**
     * While it is open, what is scanned goes to the page and not to the job: whatever is scanned while a supervisor looks
     * at the devices is a test, and nothing is booked. The barcodes of the window's keys still work.
     *
     * @return gives the scans back to the job
     */
    Subscription takeScans(Consumer<DeviceMessage> listener);

    /** Takes apart what a keyboard scanner typed, as the other scanners' codes are. */
    DecodedScan decode(ScanEvent typed);

    /** A keyboard scanner typed something while the page is open. */
    void scanned(DecodedScan scan);

    /** Looks for the ports of this machine, with what is plugged in there; told once, on a thread of the bench. */
    void findPorts(Consumer<List<FoundPort>> listener);

    /** Profiles that a kind of device can have; empty where there is nothing to choose. */
    List<Profile> profiles(DeviceLamp.Kind kind);

    /**
     * Gives a device another address and profile. The old connection is closed first. Whoever calls has asked for a supervisor's
     * word.
     *
     * @param device id of the device
     * @param address as {@code PortAddress} reads it, or blank to switch the device off
     * @param profile one of {@link #profiles}, absent where there is none
     * @param by the supervisor; absent while no operator is known
     * @param answer what came of it
     */
    void change(
            String device, String address, @Nullable String profile, @Nullable OperatorId by, Consumer<Answer> answer);

    /**
     * Listens to what a scale says, for {@link ScaleWizard}. The device is closed meanwhile, since a port has one owner, and
     * opened again whatever comes of it.
     *
     * @param device id of the device
     * @param address where the scale is, as {@code PortAddress} reads it
     * @param listener is told which profiles are being tried, and at last that it is over, given up or not
     * @return gives up
     */
    Subscription hear(String device, String address, Consumer<Hearing> listener);

    /** What comes of listening to a scale. */
    sealed interface Hearing {

        /**
         * Goes on.
         *
         * @param names the profiles that are being tried
         * @param number place of the first of them among all
         * @param of how many there are
         */
        record Tries(List<String> names, int number, int of) implements Hearing {}

        /**
         * Is over, and the device is open again.
         *
         * @param recordings one a profile; none when it was given up
         */
        record Over(List<ScaleWizard.Recording> recordings) implements Hearing {}
    }

    /**
     * Sets an option of a device. The device is closed and opened. Whoever calls has asked for a supervisor's word.
     *
     * @param device id of the device
     * @param option one of its kind
     * @param value within the option's range
     * @param by the supervisor; absent while no operator is known
     * @param answer what came of it
     */
    void choose(String device, DeviceOption option, int value, @Nullable OperatorId by, Consumer<Answer> answer);

    /**
     * Prints a code as a label.
     *
     * @param code printable ASCII, at most 24 characters
     * @param title what stands above it
     * @param answer what came of it
     */
    void print(String code, String title, Consumer<Answer> answer);

    /** Tests of the devices. */
    DeviceTests tests();

    /** Ends a subscription; never throws. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A device as set up.
     *
     * @param id key
     * @param kind what it is
     * @param name name that the set-up gave it
     * @param address URI, blank when it is switched off
     * @param profile its profile, absent where the kind has none
     * @param options what was chosen beside; an option that is not in it has its usual value
     * @param repeats how many scans were left out as read twice
     * @param state what is known of its connection
     * @param detail what the port or the device message last about its state; absent when there is nothing to add
     * @param message what the device message last, as read; absent when it has message nothing
     */
    record Device(
            String id,
            DeviceLamp.Kind kind,
            String name,
            String address,
            @Nullable String profile,
            Map<DeviceOption, Integer> options,
            int repeats,
            ConnectionState state,
            @Nullable Text detail,
            @Nullable DeviceMessage message) {

        /** Copies the options. */
        public Device {
            options = Map.copyOf(options);
        }

        /** How a keyboard scanner is told from a person, as set. */
        public WedgeSettings wedge() {
            WedgeSettings usual = WedgeSettings.USUAL.withGap(Duration.ofMillis(option(DeviceOption.GAP)));
            int prefix = option(DeviceOption.PREFIX);
            return prefix == 0 ? usual : usual.withPrefix((char) prefix);
        }

        /** What an option is. */
        public int option(DeviceOption option) {
            return options.getOrDefault(option, option.usual());
        }
    }

    /**
     * A profile to choose.
     *
     * @param id as kept in the settings
     * @param name what people call it
     */
    record Profile(String id, String name) {}

    /**
     * Bytes that passed, or what they meant.
     *
     * @param at when
     * @param fromDevice whether they came from the device
     * @param bytes the bytes, at most 4,096; none when only the meaning of those before is told
     * @param message what they meant; absent with bytes, since the meaning comes after them
     */
    record Trace(
            Instant at,
            boolean fromDevice,
            Bytes bytes,
            @Nullable DeviceMessage message) {}

    /** Bytes that nobody can change. */
    final class Bytes {
        private final byte[] values;

        /** Copies the bytes. */
        public Bytes(byte[] values) {
            this.values = values.clone();
        }

        /** A copy of the bytes. */
        public byte[] copy() {
            return values.clone();
        }

        /** How many. */
        public int length() {
            return values.length;
        }
    }

    /**
     * What came of a change.
     *
     * @param good whether it went well
     * @param text what happened, and what to do when it did not go well
     */
    record Answer(boolean good, Text text) {}
}
