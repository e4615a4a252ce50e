package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.LostEvent;
import dev.dockhand.station.Health;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The disk fails on what was written and is to be sent. */
class UnreadableJournalTest extends OpenStation {

    @Test
    void anEventThatTheDiskLostIsToldAndThoseBehindItAreSent() throws Exception {
        Rigs.receive(station, 1);
        awaitInStep();
        server.mood = HttpTruth.Mood.DOWN;
        FloorEvent second = Rigs.receive(station, 2);
        Rigs.receive(station, 3);
        assertThat(station.awaitApplied()).isTrue();
        Path segment = segmentWith(second);
        byte[] damaged = Files.readAllBytes(segment);
        damaged[indexOf(damaged, second)] ^= 1;
        overwrite(segment, damaged);
        // A push that was read before the damage may be on its way.
        long before = pushes();
        Rigs.await().until(() -> pushes() > before + 1);
        server.mood = HttpTruth.Mood.WELL;
        awaitInStep();
        assertThat(server.truth.stored(1)).hasSize(3);
        assertThat(server.truth.unread())
                .extracting(EventCodec::text)
                .containsExactly(
                        EventCodec.text(new LostEvent(2, EventCodec.hash(EventCodec.encode(second))).encode()));
    }

    @Test
    void anEventThatTheDiskGivesBackALittleLaterIsNotLost() throws Exception {
        Rigs.receive(station, 1);
        awaitInStep();
        server.mood = HttpTruth.Mood.DOWN;
        FloorEvent second = Rigs.receive(station, 2);
        assertThat(station.awaitApplied()).isTrue();
        Path segment = segmentWith(second);
        byte[] whole = Files.readAllBytes(segment);
        byte[] damaged = whole.clone();
        damaged[indexOf(whole, second)] ^= 1;
        overwrite(segment, damaged);
        overwrite(segment, whole);
        server.mood = HttpTruth.Mood.WELL;
        awaitInStep();
        assertThat(server.acts(1)).hasSize(2);
        assertThat(server.truth.unread()).isEmpty();
    }

    /** The bit flipped long ago, in what the server has: nobody here needs it any more. */
    @Test
    void damageInWhatIsAcknowledgedStopsNothing() throws Exception {
        FloorEvent first = Rigs.receive(station, 1);
        Rigs.receive(station, 2);
        awaitInStep();
        server.mood = HttpTruth.Mood.DOWN;
        for (int plate = 3; plate <= 40; plate++) {
            Rigs.receive(station, plate);
        }
        station.close();
        Path segment = segmentWith(first);
        byte[] damaged = Files.readAllBytes(segment);
        damaged[indexOf(damaged, first)] ^= 1;
        overwrite(segment, damaged);
        server.mood = HttpTruth.Mood.WELL;
        open();
        assertThat(Rigs.noticed(station, Health.Kind.JOURNAL_DAMAGED)).isTrue();
        Rigs.receive(station, 41);
        awaitInStep();
        assertThat(server.acts(1)).hasSize(41);
        assertThat(server.truth.unread()).isEmpty();
    }

    @Test
    void aServerThatLostEverythingGetsWhatTheDamageLeft() throws Exception {
        FloorEvent first = Rigs.receive(station, 1);
        for (int plate = 2; plate <= 20; plate++) {
            Rigs.receive(station, plate);
        }
        awaitInStep();
        station.close();
        Path segment = segmentWith(first);
        byte[] damaged = Files.readAllBytes(segment);
        damaged[indexOf(damaged, first)] ^= 1;
        overwrite(segment, damaged);
        server.truth.restore(1, 0);
        open();
        Rigs.await().until(() -> server.truth.stored(1).size() == 20);
        assertThat(server.truth.unread()).hasSize(1);
    }

    private long pushes() {
        return server.asked.stream()
                .filter(asked -> asked.startsWith("POST /v1/events"))
                .count();
    }

    private Path segmentWith(FloorEvent event) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("journal"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (indexOf(Files.readAllBytes(file), event) >= 0) {
                    return file;
                }
            }
        }
        throw new AssertionError("no file holds event " + event.seq());
    }

    private static int indexOf(byte[] bytes, FloorEvent event) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(event.id().value());
    }

    private static void overwrite(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
        }
    }
}
