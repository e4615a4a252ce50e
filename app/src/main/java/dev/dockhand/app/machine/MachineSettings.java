package dev.dockhand.app.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What is set for this machine: lines {@code KEY=value} in {@code /etc/dockhand/station.conf}, and above them the environment
 * under the same keys. An option whose {@code descriptionKey} is such a key takes it where the flag is not given.
 */
public final class MachineSettings implements IDefaultValueProvider {

    /** Folder of the station. */
    public static final String HOME = "DOCKHAND_STATION_HOME";
    /** Address of the server that it enrols at. */
    public static final String SERVER = "DOCKHAND_SERVER";
    /** The one-time code for it. */
    public static final String CODE = "DOCKHAND_CODE";
    /** Name that it enrols under. */
    public static final String STATION = "DOCKHAND_STATION";
    /** Whether its window is that of a kiosk: yes or no. */
    public static final String KIOSK = "DOCKHAND_KIOSK";

    private static final Logger LOG = LoggerFactory.getLogger(MachineSettings.class);
    private static final Path FILE = Path.of("/etc/dockhand/station.conf");
    private static final int LARGEST = 64 * 1024;

    private final Map<String, String> environment;
    private final Path file;

    /** Settings of an environment above those of a file, which need not be there. */
    public MachineSettings(Map<String, String> environment, Path file) {
        this.environment = Map.copyOf(environment);
        this.file = file;
    }

    /** The settings of this machine. */
    public static MachineSettings real() {
        return new MachineSettings(System.getenv(), FILE);
    }

    /** A value; empty where nothing or a blank is set. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(environment.get(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .or(() -> inFile(key));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec option) {
        String key = option.descriptionKey();
        return key == null ? null : get(key).orElse(null);
    }

    private Optional<String> inFile(String key) {
        return read().lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).strip())
                .map(MachineSettings::unquoted)
                .filter(value -> !value.isEmpty())
                .reduce((first, last) -> last);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted && value.endsWith(value.substring(0, 1)) ? value.substring(1, value.length() - 1) : value;
    }

    private String read() {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Files.readString(file, StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException e) {
            // Whoever may not read it is no user of this station; what needs it says so.
            LOG.debug("{} is left out: {}", file, e.toString());
            return "";
        }
    }

    /**
     * Blanks a value in the file. Its bytes are overwritten where they are: the folder belongs to root, and a power cut
     * must not lose the lines around it.
     */
    public void forget(String key) throws IOException {
        String text = read();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(key + "=")) {
                blank(bytes, start + key.length() + 1, start + line.length());
            }
            start += line.length() + 1;
        }
        if (!text.equals(new String(bytes, StandardCharsets.ISO_8859_1))) {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rwd")) {
                out.write(bytes);
            }
        }
    }

    private static void blank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            bytes[i] = ' ';
        }
    }
}
