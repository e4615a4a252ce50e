package dev.dockhand.app.device;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dockhand.app.machine.JsonFile;
import java.nio.file.Path;
import java.util.List;

/** The settings files in a station's folder. */
public final class DeviceFiles {

    private DeviceFiles() {}

    /** {@code devices.json}: what stands on the bench; before it is written, one of each kind, switched off. */
    public static JsonFile<List<DeviceSettings>> devices(Path folder) {
        return new JsonFile<>(
                folder.resolve("devices.json"),
                new TypeReference<>() {},
                List.of(
                        new DeviceSettings("scanner", DeviceLamp.Kind.SCANNER, "scanner", "", null),
                        new DeviceSettings("scale", DeviceLamp.Kind.SCALE, "scale", "", "mt-sics"),
                        new DeviceSettings("printer", DeviceLamp.Kind.PRINTER, "printer", "", "zpl")));
    }

    /** {@code self-tests.json}: the results of the last tests of all devices, oldest first. */
    public static JsonFile<List<DeviceTestReport>> selfTests(Path folder) {
        return new JsonFile<>(folder.resolve("self-tests.json"), new TypeReference<>() {}, List.of());
    }
}
