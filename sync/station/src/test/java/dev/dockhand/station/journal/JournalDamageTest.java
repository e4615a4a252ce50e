package dev.dockhand.station.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.LostEvent;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {

    @TempDir
    Path folder;

    private final Floor floor = new Floor();
    private Path segment = Path.of("");
    private byte[] good = new byte[0];
    private List<String> written = List.of();
    private int lastStart;
    private int end;

    @BeforeEach
    void threeRecordsAreOnDisk() throws Exception {
        segment = folder.resolve("00000001.segment");
        try (Journal journal = open()) {
            journal.append(List.of(Floor.pick(1)));
            journal.append(List.of(Floor.pick(2), Floor.signIn()));
            lastStart = filled();
            journal.append(List.of(Floor.pick(4), Floor.signIn()));
            end = filled();
        }
        good = Files.readAllBytes(segment);
        try (Journal journal = open()) {
            written = texts(journal.read(1, 10, 1 << 20));
        }
    }

    private Journal open() throws MemoryException {
        return Journal.open(floor.parts(new RealDisk(), Floor.small()), folder, Floor.AUTHOR, 1);
    }

    private int filled() throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        int at = bytes.length;
        while (bytes[at - 1] == 0) {
            at--;
        }
        return at;
    }

    @Test
    void tornTailIsCutAtEveryByte() throws Exception {
        for (int cut = lastStart; cut < end; cut++) {
            byte[] torn = good.clone();
            Arrays.fill(torn, cut, end, (byte) 0);
            Files.write(segment, torn);
            floor.notices.clear();
            try (Journal journal = open()) {
                assertThat(journal.lastSeq()).as("cut at byte %d", cut).isEqualTo(3);
                assertThat(floor.notices).hasSize(cut == lastStart ? 0 : 1);
                journal.append(List.of(Floor.pick(9)));
            }
            try (Journal journal = open()) {
                assertThat(journal.lastSeq()).isEqualTo(4);
                assertThat(Chain.problem(journal)).isEmpty();
            }
        }
    }

    @Test
    void aFlippedBitLosesItsRecordAndNoOther() throws Exception {
        // Every place of a bit in a byte comes by, in every field of every record.
        for (int bit = SegmentHeader.BYTES * 8; bit < end * 8; bit += 11) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(segment, flipped);
            assertThat(goesOn("bit %d".formatted(bit), 4))
                    .as("bit %d: no number is taken for one that was written", bit)
                    .isEqualTo(written.size() + 1L);
            assertThat(Arrays.copyOf(Files.readAllBytes(segment), end))
                    .as("what is damaged stays as it is")
                    .isEqualTo(Arrays.copyOf(flipped, end));
        }
    }

    /**
     * The journal opens, tells that it is damaged, and is written on; every number is there, lost or good, the good ones are
     * those that were written, and the chain holds.
     *
     * @return the number of the event that is written next
     */
    private long goesOn(String when, int leastGood) throws Exception {
        clearLaterSegments();
        floor.notices.clear();
        long next;
        try (Journal journal = open()) {
            assertThat(floor.notices).as(when).contains(Health.Kind.JOURNAL_DAMAGED.name());
            next = journal.append(List.of(Floor.pick(6))).getFirst().seq();
        }
        try (Journal journal = open()) {
            List<Stored> all = journal.read(1, 100, 1 << 20);
            assertThat(all).as(when).extracting(Stored::seq).isEqualTo(upTo(journal.lastSeq()));
            List<Stored> whole = all.stream().filter(event -> !event.isLost()).toList();
            assertThat(whole.size()).as(when).isGreaterThanOrEqualTo(leastGood);
            assertThat(written).as(when).containsAll(texts(whole.subList(0, whole.size() - 1)));
            assertThat(Chain.of(journal).broken()).as(when).isNull();
        }
        return next;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<String> texts(List<Stored> events) {
        return events.stream().map(event -> EventCodec.text(event.bytes())).toList();
    }

    private void clearLaterSegments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.equals(segment)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aDamagedHeaderLosesNoRecord() throws Exception {
        for (int at : new int[] {0, 9, 14, 20, 40, 90}) {
            byte[] flipped = good.clone();
            flipped[at] ^= 1;
            Files.write(segment, flipped);
            goesOn("byte %d".formatted(at), 6);
        }
    }

    @Test
    void lostSectorsInTheMiddleLoseTheirRecordsOnly() throws Exception {
        byte[] holed = good.clone();
        Arrays.fill(holed, SegmentHeader.BYTES, SegmentHeader.BYTES + 100, (byte) 0);
        Files.write(segment, holed);
        goesOn("hole", 5);
    }

    /** What stands in for a lost event carries the hash that the next one names, so that the server's chain holds. */
    @Test
    void aLostEventIsNamedByTheOneBehindIt() throws Exception {
        byte[] flipped = good.clone();
        flipped[SegmentHeader.BYTES + 40] ^= 1;
        Files.write(segment, flipped);
        try (Journal journal = open()) {
            List<Stored> all = journal.read(1, 2, 1 << 20);
            assertThat(all.getFirst().isLost()).isTrue();
            assertThat(all.getFirst().hash()).isEqualTo(all.getLast().event().previous());
            assertThat(LostEvent.decode(all.getFirst().bytes()))
                    .contains(new LostEvent(1, all.getLast().event().previous()));
        }
    }

    @Test
    void aMissingFileLosesItsEventsOnly() throws Exception {
        long last;
        try (Journal journal = open()) {
            for (int i = 0; i < 100; i++) {
                journal.append(List.of(Floor.pick(1)));
            }
            last = journal.lastSeq();
        }
        Files.delete(folder.resolve("00000002.segment"));
        try (Journal journal = open()) {
            assertThat(journal.lastSeq()).isEqualTo(last);
            Chain chain = Chain.of(journal);
            assertThat(chain.broken()).isNull();
            assertThat(chain.lost()).hasSize(1);
            assertThat(chain.good()).isBetween(20L, last - 20);
            journal.append(List.of(Floor.pick(7)));
            assertThat(Chain.of(journal).broken()).isNull();
        }
        assertThat(floor.notices).contains(Health.Kind.JOURNAL_DAMAGED.name());
    }

    @Test
    void aSealedJournalGivesEverythingThatIsGood() throws Exception {
        byte[] flipped = good.clone();
        flipped[SegmentHeader.BYTES + 40] ^= 1;
        Files.write(segment, flipped);
        try (Segments sealed = Segments.open(new RealDisk(), Floor.small().segmentBytes(), folder, Floor.AUTHOR, 1)) {
            assertThat(sealed.damage()).singleElement().asString().contains("events 1 to 1 are lost");
            assertThat(sealed.read(1, 10, 1 << 20))
                    .extracting(Stored::isLost)
                    .containsExactly(true, false, false, false, false);
        }
        assertThat(Files.readAllBytes(segment)).isEqualTo(flipped);
    }
}
