package dev.dockhand.app.device;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One device of a bench, as set up.
 *
 * @param id key, for instance {@code printer}
 * @param kind what it is
 * @param name as shown
 * @param address as {@code PortAddress} reads it; blank when the device is switched off
 * @param profile a scale's or scanner's profile or a printer's language; absent for the usual scanner
 * @param options what was chosen beside; an option that is not in it has its usual value
 */
public record DeviceSettings(
        String id,
        DeviceLamp.Kind kind,
        String name,
        String address,
        @Nullable String profile,
        Map<DeviceOption, Integer> options) {

    /** The keyboard scanner as it is until somebody sets it; it is there in every window. */
    public static final DeviceSettings KEYBOARD =
            new DeviceSettings("keyboard", DeviceLamp.Kind.KEYBOARD, "keyboard", "", null);

    /**
     * Copies the options.
     *
     * @throws IllegalArgumentException when one is out of its range, or the file that this comes from left something out
     */
    public DeviceSettings {
        if (Stream.of(id, kind, name, address).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("device %s: id, kind, name and address are needed".formatted(id));
        }
        options = copied(options);
    }

    /** A device with the usual options. */
    public DeviceSettings(String id, DeviceLamp.Kind kind, String name, String address, @Nullable String profile) {
        this(id, kind, name, address, profile, Map.of());
    }

    /** A file that was written before there were options has none. */
    private static Map<DeviceOption, Integer> copied(@Nullable Map<DeviceOption, Integer> options) {
        Map<DeviceOption, Integer> proved = new EnumMap<>(DeviceOption.class);
        if (options != null) {
            options.forEach((option, value) -> proved.put(option, option.proved(value)));
        }
        return Map.copyOf(proved);
    }

    /** What an option is. */
    public int option(DeviceOption option) {
        return options.getOrDefault(option, option.usual());
    }

    /** What a scanner's bytes are. */
    Charset charset() {
        int page = option(DeviceOption.CHARSET);
        return page == 0 ? StandardCharsets.UTF_8 : Charset.forName("MS" + page);
    }

    /** Whether the device shall be used. */
    boolean isOn() {
        return !address.isBlank();
    }

    /** The same device elsewhere. */
    DeviceSettings at(String otherAddress, @Nullable String otherProfile) {
        return new DeviceSettings(id, kind, name, otherAddress, otherProfile, options);
    }

    /** The same device with an option. */
    public DeviceSettings with(DeviceOption option, int value) {
        Map<DeviceOption, Integer> more = new EnumMap<>(DeviceOption.class);
        more.putAll(options);
        more.put(option, value);
        return new DeviceSettings(id, kind, name, address, profile, more);
    }
}
