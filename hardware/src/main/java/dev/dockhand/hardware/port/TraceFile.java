package dev.dockhand.hardware.port;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What went over a device's wire, read from a file. The form is the same for every device: a line a chunk with time,
 * {@code IN} (from the device) or {@code OUT}, and the bytes in hexadecimal digits. Lines that start with {@code #} tell
 * about it, as in {@code # profile mt-sics}.
 *
 * @param about what the lines with {@code #} tell, by their first word
 * @param chunks in the order of time
 */
public record TraceFile(Map<String, String> about, List<Chunk> chunks) {

    private static final String TITLE = "# dockhand trace 1";
    private static final long MOST_BYTES = 64L << 20;

    /** Keeps its own copies. */
    public TraceFile {
        about = Map.copyOf(about);
        chunks = List.copyOf(chunks);
    }

    /**
     * Bytes that went over the wire at once.
     *
     * @param at when
     * @param direction which way
     * @param bytes all of them
     */
    public record Chunk(Instant at, RawTrace.Direction direction, byte[] bytes) {}

    /**
     * Reads a file.
     *
     * @param path at most 64 MiB
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is no trace, with the number of the line
     */
    public static TraceFile read(Path path) throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new IllegalArgumentException(path + " is larger than 64 MiB, so it is no trace");
        }
        Map<String, String> about = new TreeMap<>();
        List<Chunk> chunks = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.startsWith("#")) {
                    String[] words = line.substring(1).strip().split(" ", 2);
                    about.put(words[0], words.length == 2 ? words[1] : "");
                } else if (!line.isBlank()) {
                    chunks.add(chunk(line, number));
                }
            }
        }
        return new TraceFile(about, chunks);
    }

    private static Chunk chunk(String line, int number) {
        String[] words = line.split(" ", 3);
        try {
            return new Chunk(
                    Instant.parse(words[0]),
                    RawTrace.Direction.valueOf(words[1]),
                    HexFormat.of().parseHex(words[2]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "line %d is not of the form '2026-11-23T09:00:00Z IN 414d0d'".formatted(number), e);
        }
    }

    static String heading(Map<String, String> about) {
        StringBuilder heading = new StringBuilder(TITLE).append('\n');
        new TreeMap<>(about)
                .forEach((name, value) -> heading.append("# ")
                        .append(name)
                        .append(' ')
                        .append(value)
                        .append('\n'));
        return heading.toString();
    }

    static String line(Instant at, RawTrace.Direction direction, byte[] bytes) {
        return at + " " + direction + " " + HexFormat.of().formatHex(bytes) + "\n";
    }
}
