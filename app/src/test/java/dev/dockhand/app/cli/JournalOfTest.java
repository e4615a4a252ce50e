package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.station.Health;
import dev.dockhand.station.journal.Author;
import dev.dockhand.station.journal.Journal;
import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.journal.RealDisk;
import dev.dockhand.station.link.Identity;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOfTest {

    private static final CompanyId COMPANY = new CompanyId("demo");
    private static final WarehouseId WAREHOUSE = new WarehouseId("W1");
    private static final StationId STATION = new StationId("S04");

    @TempDir
    Path folder;

    private final List<FloorEvent> written = new ArrayList<>();

    @BeforeEach
    void aStationThatDidFiveThings() throws Exception {
        new Identity(
                        URI.create("http://127.0.0.1:9"),
                        COMPANY,
                        Warehouse.usual(WAREHOUSE, ZoneId.of("Asia/Seoul")),
                        STATION,
                        4,
                        1,
                        1,
                        "secret")
                .write(folder);
        JournalSettings settings = new JournalSettings(1 << 20, 0, 0, Duration.ofDays(14));
        Journal.Parts parts = new Journal.Parts(
                new RealDisk(),
                settings,
                InstantSource.system(),
                new Random(1),
                Runnable::run,
                JournalOfTest::noNotice);
        try (Journal journal = Journal.open(parts, epoch(), new Author(COMPANY, WAREHOUSE, STATION), 1)) {
            for (int i = 0; i < 5; i++) {
                written.addAll(
                        journal.append(List.of(Draft.free(new OperatorId("op-1"), new Act.SignedOut(), List.of()))));
            }
            journal.acknowledge(2);
        }
    }

    private static void noNotice(Health.Kind kind, String detail) {
        throw new AssertionError(kind + " " + detail);
    }

    private Path epoch() {
        return folder.resolve("journal").resolve("epoch-0001");
    }

    private Ran journal(String command, String... more) {
        List<String> all = new ArrayList<>(List.of("journal", command, "--json", "--home", folder.toString()));
        all.addAll(List.of(more));
        return Ran.run(all.toArray(String[]::new));
    }

    private void damage(FloorEvent event) throws IOException {
        Path segment = epoch().resolve("00000001.segment");
        byte[] bytes = Files.readAllBytes(segment);
        int at = new String(bytes, StandardCharsets.ISO_8859_1)
                .indexOf(event.id().value());
        bytes[at] ^= 1;
        Files.write(segment, bytes);
    }

    @Test
    void aWholeJournalIsSaidToBeWhole() {
        Ran ran = journal("verify");
        assertThat(ran.code()).isEqualTo(Common.DONE);
        JsonNode line = ran.lines().getFirst();
        assertThat(line.path("epoch").asInt()).isEqualTo(1);
        assertThat(line.path("good").asInt()).isEqualTo(5);
        assertThat(line.path("acknowledged").asInt()).isEqualTo(2);
        assertThat(line.path("waiting").asInt()).isEqualTo(3);
        assertThat(line.has("lost")).isFalse();
    }

    @Test
    void whatIsLostIsSaidByNumber() throws Exception {
        damage(written.get(1));
        damage(written.get(3));
        Ran ran = journal("verify");
        assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
        assertThat(ran.fields("lost")).containsExactly("2,4");
        assertThat(ran.lines().getFirst().path("good").asInt()).isEqualTo(3);
    }

    @Test
    void everyGoodEventIsExportedAsItWasWritten() throws Exception {
        damage(written.get(1));
        Path file = folder.resolve("copy.ndjson.gz");
        assertThat(journal("export", file.toString()).code()).isEqualTo(Common.DONE);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSize(5);
            assertThat(lines.get(2)).isEqualTo(EventCodec.text(EventCodec.encode(written.get(2))));
            assertThat(lines.get(1)).contains("\"lost\":true", "\"seq\":2");
        }
        assertThat(journal("export", file.toString()).code())
                .as("it writes over nothing")
                .isEqualTo(Common.NOT_DONE);
    }

    @Test
    void aSealedStationIsEnrolledAgainBeforeItWorks() {
        assertThat(journal("seal").fields("sealed")).containsExactly("1");
        Ran status = Ran.run("status", "--json", "--home", folder.toString());
        assertThat(status.code()).isEqualTo(Common.NOT_DONE);
        assertThat(status.fields("error").getFirst()).contains("sealed by IT", "Enrol the station again");
        assertThat(journal("verify").code()).isEqualTo(Common.DONE);
    }
}
