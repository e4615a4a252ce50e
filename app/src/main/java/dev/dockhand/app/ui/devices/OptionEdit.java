package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp.Device;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.parts.Paged;
import dev.dockhand.app.ui.texts.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An option of one device while it is chosen: first which, where there are several, then its value. */
final class OptionEdit implements Dialogue {

    private final Device device;
    private final List<DeviceOption> options;
    private final BiConsumer<DeviceOption, Integer> chosen;
    private final String offered;
    private @Nullable DeviceOption option;

    /**
     * Begins with a device that has options.
     *
     * @param chosen gets the option and its value from now on
     */
    OptionEdit(Device device, BiConsumer<DeviceOption, Integer> chosen) {
        this(device, DeviceOption.of(device.kind()), "", chosen);
    }

    private OptionEdit(
            Device device, List<DeviceOption> options, String offered, BiConsumer<DeviceOption, Integer> chosen) {
        this.device = device;
        this.options = options;
        this.offered = offered;
        this.chosen = chosen;
        this.option = options.size() == 1 ? options.getFirst() : null;
    }

    /** Offers not to ask a printer that was asked in vain. */
    static OptionEdit ofSilentPrinter(Device device, BiConsumer<DeviceOption, Integer> chosen) {
        return new OptionEdit(device, List.of(DeviceOption.ANSWERS), "devices.silent", chosen);
    }

    @Override
    public boolean back() {
        boolean chosen = option != null && options.size() > 1;
        option = null;
        return chosen;
    }

    @Override
    public void digit(int digit) {
        DeviceOption which = option;
        if (which == null) {
            option = digit >= 1 && digit <= options.size() ? options.get(digit - 1) : null;
        } else if (digit >= 1 && digit <= which.offered().size()) {
            chosen.accept(which, which.offered().get(digit - 1));
        }
    }

    @Override
    public DevicesShown.@Nullable Setup shown(Texts texts) {
        return offered.isEmpty()
                ? null
                : new DevicesShown.Setup(Level.BAD, texts.of(offered), texts.of(offered + ".todo"), List.of());
    }

    @Override
    public Choices choices(Texts texts) {
        DeviceOption which = option;
        if (which == null) {
            return Paged.of(
                    options,
                    0,
                    each -> new Paged.Words(texts.of("DeviceOption", each), words(texts, each, device.option(each))));
        }
        return Paged.of(
                which.offered(),
                0,
                value -> new Paged.Words(
                        words(texts, which, value),
                        value == device.option(which) ? texts.of("devices.option.now") : ""));
    }

    /** A value in words. */
    static String words(Texts texts, DeviceOption option, int value) {
        String own = "DeviceOption." + option.name() + "." + value;
        return texts.has(own) ? texts.of(own) : texts.of("DeviceOption." + option.name() + ".ms", value);
    }
}
