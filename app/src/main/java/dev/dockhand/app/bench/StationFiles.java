package dev.dockhand.app.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.List;

/** The settings files in a station's folder. */
public final class StationFiles {

    private StationFiles() {}

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
    public static JsonFile<List<SelfTest>> selfTests(Path folder) {
        return new JsonFile<>(folder.resolve("self-tests.json"), new TypeReference<>() {}, List.of());
    }

    /** {@code bench.json}: how strict the bench is, and what its labels are printed with. */
    public static JsonFile<BenchChoices> bench(Path folder) {
        return new JsonFile<>(folder.resolve("bench.json"), new TypeReference<>() {}, BenchChoices.USUAL);
    }
}
