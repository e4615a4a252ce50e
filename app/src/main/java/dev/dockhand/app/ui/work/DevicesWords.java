package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.DevicesDoor.Device;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.ui.texts.Texts;
import java.util.List;
import java.util.stream.IntStream;

/** Devices in words. */
record DevicesWords(Texts texts) {

    List<DevicesShown.Row> rows(List<Device> devices) {
        return IntStream.range(0, devices.size())
                .mapToObj(i -> row(i + 1, devices.get(i)))
                .toList();
    }

    private DevicesShown.Row row(int number, Device device) {
        return new DevicesShown.Row(
                number,
                device.kind().name(),
                Texts.shown(device.name()),
                StripWords.level(device.kind(), device.state()),
                texts.of("device.state", device.state()));
    }

    DevicesShown.Detail detail(
            Device device, String address, String profile, boolean choice, boolean editing, boolean changed) {
        Text said = device.detail();
        return new DevicesShown.Detail(
                Texts.shown(device.name()),
                StripWords.level(device.kind(), device.state()),
                texts.of("device.state", device.state()),
                texts.of("device.todo", device.state()),
                said == null ? "" : texts.of(said),
                address,
                profile,
                choice,
                editing,
                changed,
                texts.of("devices.test", device.kind()));
    }
}
