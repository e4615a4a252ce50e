package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.DeviceOption;
import dev.dockhand.app.bench.DevicesDoor.Device;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Shown.Choices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option of one device while it is chosen: first which, where there are several, then its value. */
final class OptionEdit {

    private @Nullable Device device;
    private @Nullable DeviceOption option;

    /**
     * What was chosen.
     *
     * @param option which option
     * @param value its value from now on
     */
    record Chosen(DeviceOption option, int value) {}

    private static List<DeviceOption> of(Device device) {
        return DeviceOption.of(device.kind());
    }

    boolean isOpen() {
        return device != null;
    }

    /** Begins; does nothing for a device without options. */
    void open(Device of) {
        List<DeviceOption> options = of(of);
        if (!options.isEmpty()) {
            device = of;
            option = options.size() == 1 ? options.getFirst() : null;
        }
    }

    void close() {
        device = null;
        option = null;
    }

    /** One step back. */
    void back() {
        if (option == null || device == null || of(device).size() == 1) {
            close();
        } else {
            option = null;
        }
    }

    /** A digit chooses; what was chosen when that was the end, or null while it goes on. */
    @Nullable
    Chosen digit(int digit) {
        Device of = device;
        DeviceOption which = option;
        if (of == null) {
            return null;
        }
        if (which == null) {
            option = digit >= 1 && digit <= of(of).size() ? of(of).get(digit - 1) : null;
            return null;
        }
        if (digit < 1 || digit > which.offered().size()) {
            return null;
        }
        close();
        return new Chosen(which, which.offered().get(digit - 1));
    }

    /** What can be chosen. */
    Choices choices(Texts texts) {
        Device of = device;
        DeviceOption which = option;
        if (of == null) {
            return Choices.NONE;
        }
        if (which == null) {
            return Paged.of(
                    of(of),
                    0,
                    each -> new Paged.Words(texts.of("DeviceOption", each), words(texts, each, of.option(each))));
        }
        return Paged.of(
                which.offered(),
                0,
                value -> new Paged.Words(
                        words(texts, which, value), value == of.option(which) ? texts.of("devices.option.now") : ""));
    }

    /** A value in words. */
    static String words(Texts texts, DeviceOption option, int value) {
        String own = "DeviceOption." + option.name() + "." + value;
        return texts.has(own) ? texts.of(own) : texts.of("DeviceOption." + option.name() + ".ms", value);
    }
}
