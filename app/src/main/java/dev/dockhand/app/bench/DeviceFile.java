package dev.dockhand.app.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Keeps the devices of a bench in {@code devices.json} of the station's folder. */
public final class DeviceFile {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final long MOST_BYTES = 256 * 1024;

    private final Path file;

    /** The file of a station's folder. */
    public DeviceFile(Path folder) {
        this.file = folder.resolve("devices.json");
    }

    /**
     * The devices; when there is no file yet, one of each kind, switched off.
     *
     * @throws IOException when the file is there and cannot be read; it is left as it is
     */
    public List<DeviceSettings> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of(
                    new DeviceSettings("scanner", DeviceLamp.Kind.SCANNER, "scanner", "", null),
                    new DeviceSettings("scale", DeviceLamp.Kind.SCALE, "scale", "", "mt-sics"),
                    new DeviceSettings("printer", DeviceLamp.Kind.PRINTER, "printer", "", "zpl"));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is too large to be a list of devices");
        }
        return MAPPER.readValue(file.toFile(), new TypeReference<List<DeviceSettings>>() {});
    }

    /**
     * Replaces the list, all or nothing.
     *
     * @throws IOException when it cannot be written; the old one is kept
     */
    public void write(List<DeviceSettings> devices) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("devices.json.new");
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), devices);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
