package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A room is the only writer of its tables. The statements are read where they stand, in the sources. */
class RoomsTest {

    private static final Path SOURCES = Path.of(System.getProperty("dockhand.module.dir", "."), "src", "main");
    private static final Pattern MADE = Pattern.compile("CREATE TABLE ([a-z_]+)");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE|MERGE INTO)\\s+(?:ONLY\\s+)?([a-z_]+)");

    /** Written by the library that the jobs are claimed with. */
    private static final Set<String> OF_LIBRARIES = Set.of("scheduled_tasks");

    /** Held or made with the tables and never written again. */
    private static final Set<String> NEVER_WRITTEN = Set.of("enrolment_gate");

    /** A shipment and its boxes are still written where they are packed, numbered and released; no other room may join them. */
    private static final Map<String, Set<String>> OF_SEVERAL =
            Map.of("shipment", Set.of("accept", "dispatch", "release"), "parcel", Set.of("accept", "dispatch"));

    private static Map<String, Set<String>> writers() throws IOException {
        Map<String, Set<String>> writers = new TreeMap<>();
        for (Path file : files(".sql")) {
            find(MADE, file).forEach(table -> writers.put(table, new TreeSet<>()));
        }
        for (Path file : files(".java")) {
            String room = String.valueOf(file.getParent().getFileName());
            for (String table : find(WRITTEN, file)) {
                Set<String> known = writers.get(table);
                if (known != null) {
                    known.add(room);
                }
            }
        }
        return writers;
    }

    private static Set<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return new TreeSet<>(
                    files.filter(file -> file.toString().endsWith(end)).toList());
        }
    }

    private static Set<String> find(Pattern pattern, Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void aTableIsWrittenByOneRoom() throws IOException {
        Map<String, Set<String>> writers = writers();
        OF_LIBRARIES.forEach(writers::remove);
        NEVER_WRITTEN.forEach(writers::remove);
        assertThat(writers).hasSizeGreaterThan(30);
        assertThat(writers).containsAllEntriesOf(OF_SEVERAL);
        OF_SEVERAL.keySet().forEach(writers::remove);
        assertThat(writers)
                .allSatisfy((table, rooms) -> assertThat(rooms).as(table).hasSize(1));
    }
}
