package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.station.Health;
import dev.dockhand.station.SyncStatus.State;
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
    void anEventThatTheDiskDoesNotGiveBackWaitsAndIsNoSecondMachine() throws Exception {
        Rigs.receive(station, 1);
        awaitInStep();
        server.mood = HttpTruth.Mood.DOWN;
        FloorEvent second = Rigs.receive(station, 2);
        Rigs.receive(station, 3);
        assertThat(station.awaitApplied()).isTrue();
        Path segment = segmentWith(second);
        byte[] whole = Files.readAllBytes(segment);
        byte[] damaged = whole.clone();
        damaged[indexOf(whole, second)] ^= 1;
        overwrite(segment, damaged);
        Rigs.await().until(() -> Rigs.noticed(station, Health.Kind.JOURNAL_UNREADABLE));
        server.mood = HttpTruth.Mood.WELL;
        awaitState(State.CATCHING_UP);
        assertThat(station.sync().waiting()).isEqualTo(2);
        overwrite(segment, whole);
        Rigs.receive(station, 4);
        awaitInStep();
        assertThat(server.acts(1)).hasSize(4);
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
