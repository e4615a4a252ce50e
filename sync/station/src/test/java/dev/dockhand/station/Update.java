package dev.dockhand.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** A closed station is updated: the version that is started next knows the words of {@link Later}. */
public final class Update {

    private static final ObjectMapper MAPPER = Json.mapper();

    private Update() {}

    /** The files of a read model as they look to that version. */
    public static void of(Path view) throws IOException, SQLException {
        Path snapshot = view.resolve("snapshot.ndjson.gz");
        if (Files.exists(snapshot)) {
            List<String> lines = new ArrayList<>();
            for (String line : new String(Zipped.open(Files.readAllBytes(snapshot)), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                lines.add(Later.known(MAPPER.readTree(line)) + "\n");
            }
            Files.write(snapshot, Zipped.of(String.join("", lines).getBytes(StandardCharsets.UTF_8)));
        }
        Path pages = view.resolve("pages.ndjson");
        if (Files.exists(pages)) {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(pages)) {
                JsonNode page = Later.known(MAPPER.readTree(line.substring(9)));
                CRC32C crc = new CRC32C();
                crc.update(page.toString().getBytes(StandardCharsets.UTF_8));
                lines.add("%08x %s".formatted(crc.getValue(), page));
            }
            Files.write(pages, lines);
        }
        ofYesterday(view);
    }

    /** The tables were made by a version that knew other words. */
    private static void ofYesterday(Path view) throws IOException, SQLException {
        String file;
        try (Stream<Path> files = Files.list(view)) {
            file = files.map(Path::toString)
                    .filter(name -> name.endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow();
        }
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:" + file.replace(".mv.db", ""), "sa", "");
                Statement statement = h2.createStatement()) {
            if (statement.executeUpdate("UPDATE meta SET text = 'of yesterday' WHERE name = 'complete'") != 1) {
                throw new AssertionError("the tables do not say which version made them");
            }
        }
    }
}
