package dev.dockhand.station.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.StationId;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private final Floor floor = new Floor();

    private Journal open() throws MemoryException {
        return Journal.open(floor.parts(new RealDisk(), Floor.small()), folder, Floor.AUTHOR, 1);
    }

    @Test
    void whatWasAppendedIsThereAfterTheNextStartByteForByte() throws Exception {
        List<FloorEvent> written;
        try (Journal journal = open()) {
            written = journal.append(List.of(Floor.signIn(), Floor.pick(2)));
        }
        try (Journal journal = open()) {
            List<Stored> read = journal.read(1, 10, 1 << 20);
            assertThat(read).extracting(JournalTest::event).containsExactlyElementsOf(written);
            assertThat(read.getFirst().bytes()).isEqualTo(EventCodec.encode(written.getFirst()));
            assertThat(journal.lastSeq()).isEqualTo(2);
        }
        assertThat(floor.notices).isEmpty();
    }

    @Test
    void numbersRunOnWithoutGapAndEveryEventNamesTheOneBefore() throws Exception {
        for (int start = 0; start < 3; start++) {
            try (Journal journal = open()) {
                journal.append(List.of(Floor.pick(1)));
                journal.append(List.of(Floor.pick(2), Floor.pick(3)));
                assertThat(Chain.problem(journal)).isEmpty();
            }
        }
        try (Journal journal = open()) {
            List<Stored> read = journal.read(1, 100, 1 << 20);
            assertThat(read).extracting(Stored::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
            assertThat(read.getFirst().event().previous()).isEqualTo(EventCodec.NO_PREVIOUS);
            UUID id = UUID.fromString(read.getLast().event().id().value());
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16)
                    .isEqualTo(Floor.CLOCK.instant().toEpochMilli());
        }
    }

    @Test
    void manySegmentsReadAsOne() throws Exception {
        try (Journal journal = open()) {
            for (int i = 0; i < 200; i++) {
                journal.append(List.of(Floor.pick(1), Floor.pick(2)));
            }
        }
        assertThat(segments()).hasSizeGreaterThan(5);
        try (Journal journal = open()) {
            assertThat(journal.read(1, 1000, 1 << 20)).hasSize(400);
            assertThat(journal.read(123, 50, 1 << 20))
                    .extracting(Stored::seq)
                    .startsWith(123L)
                    .endsWith(172L);
            assertThat(journal.read(7, 1000, 2000)).hasSizeBetween(2, 6);
            assertThat(journal.read(401, 10, 1000)).isEmpty();
            assertThat(Chain.problem(journal)).isEmpty();
        }
    }

    @Test
    void groupThatDoesNotFitIsRefusedAndLeavesNothing() throws Exception {
        try (Journal journal = open()) {
            List<Draft> many =
                    IntStream.range(0, 1001).mapToObj(i -> Floor.signIn()).toList();
            assertThatThrownBy(() -> journal.append(many)).isInstanceOf(IllegalArgumentException.class);
            assertThat(journal.lastSeq()).isZero();
            assertThat(journal.append(List.of(Floor.signIn())).getFirst().seq()).isEqualTo(1);
        }
    }

    @Test
    void interruptedCallerLosesNothing() throws Exception {
        try (Journal journal = open()) {
            Thread.currentThread().interrupt();
            journal.append(List.of(Floor.pick(1)));
            assertThat(Thread.interrupted()).isTrue();
            journal.append(List.of(Floor.pick(2)));
            assertThat(journal.read(1, 9, 1 << 20)).hasSize(2);
        }
        assertThat(floor.notices).isEmpty();
    }

    @Test
    void anotherStationsFolderIsNotTouched() throws Exception {
        open().close();
        Author other = new Author(Floor.AUTHOR.company(), Floor.AUTHOR.warehouse(), new StationId("S05"));
        assertThatThrownBy(() -> Journal.open(floor.parts(new RealDisk(), Floor.small()), folder, other, 1))
                .isInstanceOfSatisfying(
                        MemoryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FORMAT));
    }

    @Test
    void newerFormatIsNotTouched() throws Exception {
        open().close();
        SegmentHeader newer = new SegmentHeader(2, 1, 1, EventCodec.NO_PREVIOUS, Floor.AUTHOR.written());
        overwrite(segments().getFirst(), newer.write());
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        MemoryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FORMAT));
    }

    @Test
    void secondCopyIsKeptOut() throws Exception {
        try (FolderLock first = FolderLock.take(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOfSatisfying(
                            MemoryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE));
        }
        FolderLock.take(folder).close();
    }

    @Test
    void acknowledgedFilesGoAfterFourteenDaysAndOthersStay() throws Exception {
        try (Journal journal = open()) {
            for (int i = 0; i < 100; i++) {
                journal.append(List.of(Floor.pick(1)));
            }
            journal.acknowledge(60);
            assertThat(journal.retirable()).isZero();
        }
        InstantSource later = InstantSource.fixed(Floor.CLOCK.instant().plus(Duration.ofDays(15)));
        Journal.Parts parts = new Journal.Parts(
                new RealDisk(), Floor.small(), later, new SplittableRandom(2), Runnable::run, (kind, text) -> {});
        try (Journal journal = Journal.open(parts, folder, Floor.AUTHOR, 1)) {
            assertThat(journal.acked()).isEqualTo(60);
            long upTo = journal.retirable();
            assertThat(upTo).isBetween(20L, 60L);
            journal.retire(upTo);
            assertThat(journal.firstSeq()).isEqualTo(upTo + 1);
            assertThat(journal.read(upTo, 1, 1000))
                    .as("what is not kept any more")
                    .extracting(Stored::isLost)
                    .containsExactly(true);
        }
        try (Journal journal = Journal.open(parts, folder, Floor.AUTHOR, 1)) {
            assertThat(journal.read(journal.firstSeq(), 100, 1 << 20).getLast().seq())
                    .isEqualTo(100);
            assertThat(Chain.problem(journal)).isEmpty();
        }
    }

    @Test
    void unreadableMarkMeansSendAgain() throws Exception {
        try (Journal journal = open()) {
            journal.append(List.of(Floor.pick(1)));
            journal.acknowledge(1);
        }
        Files.writeString(folder.resolve("acknowledged"), "?");
        try (Journal journal = open()) {
            assertThat(journal.acked()).isZero();
            assertThat(journal.lastSeq()).isEqualTo(1);
        }
    }

    @Test
    void eventsHaveMillisecondsAndTheStationsTime() throws Exception {
        try (Journal journal = open()) {
            assertThat(journal.append(List.of(Floor.signIn())).getFirst().at())
                    .isEqualTo(Instant.parse("2026-11-23T06:07:08.123Z"));
        }
    }

    private static FloorEvent event(Stored stored) {
        try {
            return stored.event();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".segment")).sorted().toList();
        }
    }

    private static void overwrite(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(bytes, 0);
        }
    }
}
