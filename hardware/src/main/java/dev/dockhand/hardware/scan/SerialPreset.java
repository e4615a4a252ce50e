package dev.dockhand.hardware.scan;

import dev.dockhand.hardware.port.PortAddress;
import java.util.List;

/**
 * Serial settings that scanners leave the factory with.
 *
 * @param id short name, as in {@code 9600-8n1}
 * @param baud bits a second
 * @param bits data bits
 * @param parity parity
 * @param stop stop bits
 * @param makers whose scanners use it
 */
public record SerialPreset(String id, int baud, int bits, PortAddress.Parity parity, int stop, String makers) {

    /** All that are known, the most common first. */
    public static List<SerialPreset> all() {
        return List.of(ScannerProfiles.read("serial-presets.json", SerialPreset[].class));
    }

    /** The port with these settings. */
    public PortAddress.Serial at(String path) {
        return new PortAddress.Serial(path, baud, bits, parity, stop);
    }
}
