package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.station.journal.Author;
import dev.dockhand.station.journal.Chain;
import dev.dockhand.station.journal.Journal;
import dev.dockhand.station.journal.RealDisk;
import dev.dockhand.station.journal.Stored;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.memory.StationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What a station's journal holds, read from a copy of it. */
final class Acts {

    private Acts() {}

    /** Where a station in its first epoch has its journal. */
    static Path journal(Path station) {
        return station.resolve("journal").resolve("epoch-0001");
    }

    /**
     * Every act of a journal, which is whole.
     *
     * @param station the station's folder; nobody writes to it
     * @param copy where the copy is put, in the place of what is there
     * @param when words for what fails
     */
    static List<Stored> copied(Path station, Path copy, String when) throws Exception {
        clear(copy);
        try (Stream<Path> files = Files.list(journal(station))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Identity identity = Identity.read(station);
        Author author = new Author(identity.company(), identity.warehouse().id(), identity.station());
        try (Journal read = Journal.open(parts(), copy, author, 1)) {
            assertThat(Chain.problem(read)).as(when).isEmpty();
            return read.read(1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
    }

    /** A journal on this machine's disk with the product's bounds. */
    static Journal.Parts parts() {
        return new Journal.Parts(
                new RealDisk(),
                StationSettings.USUAL.journal(),
                InstantSource.system(),
                new Random(1),
                Runnable::run,
                (kind, detail) -> {});
    }

    private static void clear(Path copy) throws IOException {
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(copy)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
