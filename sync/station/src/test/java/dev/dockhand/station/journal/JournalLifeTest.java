package dev.dockhand.station.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that lost files, or grew old. */
class JournalLifeTest {

    @TempDir
    Path folder;

    private final Floor floor = new Floor();

    private Journal open() throws MemoryException {
        return Journal.open(floor.parts(new RealDisk(), Floor.small()), folder, Floor.AUTHOR, 1);
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aJournalThatLostItsEndGoesOnBehindWhatTheServerHas() throws Exception {
        String hash;
        try (Journal journal = open()) {
            journal.append(List.of(Floor.pick(1), Floor.pick(2)));
            hash = journal.read(2, 1, 1000).getFirst().hash();
            journal.acknowledge(2);
        }
        for (Path file : segments()) {
            Files.delete(file);
        }
        try (Journal journal = open()) {
            assertThat(floor.notices).containsExactly(Health.Kind.JOURNAL_DAMAGED.name());
            assertThat(journal.waiting()).isZero();
            FloorEvent next = journal.append(List.of(Floor.pick(3))).getFirst();
            assertThat(next.seq()).isEqualTo(3);
            assertThat(next.previous()).as("the chain that the server knows").isEqualTo(hash);
            assertThat(journal.waiting()).isEqualTo(1);
        }
    }

    /** The files of a long life are numbered on, whatever was cleared away before. */
    @Test
    void aNewFileNeverTakesTheNameOfOneThatIsKept() throws Exception {
        try (Journal journal = open()) {
            for (int i = 0; i < 100; i++) {
                journal.append(List.of(Floor.pick(1), Floor.pick(2)));
            }
        }
        Files.delete(segments().getFirst());
        Files.delete(segments().getFirst());
        try (Journal journal = open()) {
            long first = journal.firstSeq();
            for (int i = 0; i < 100; i++) {
                journal.append(List.of(Floor.pick(1), Floor.pick(2)));
            }
            assertThat(journal.firstSeq()).isEqualTo(first);
            assertThat(Chain.problem(journal)).isEmpty();
            assertThat(journal.read(first, 1000, 1 << 20).getLast().seq()).isEqualTo(400);
        }
        try (Journal journal = open()) {
            assertThat(Chain.problem(journal)).isEmpty();
            assertThat(journal.lastSeq()).isEqualTo(400);
        }
    }
}
