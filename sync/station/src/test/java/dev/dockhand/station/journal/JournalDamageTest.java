package dev.dockhand.station.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {

    @TempDir
    Path folder;

    private final Floor floor = new Floor();
    private Path segment = Path.of("");
    private byte[] good = new byte[0];
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
    void flippedBitInAConfirmedRecordIsReportedAndNothingIsChanged() throws Exception {
        // Every place of a bit in a byte comes by, in every field of every record.
        for (int bit = SegmentHeader.BYTES * 8; bit < end * 8; bit += 11) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(segment, flipped);
            assertThat(reasonOfOpening()).as("bit %d", bit).isEqualTo(Reason.JOURNAL_DAMAGED);
            assertThat(Files.readAllBytes(segment)).isEqualTo(flipped);
        }
    }

    @Test
    void damagedHeaderIsReported() throws Exception {
        for (int at : new int[] {0, 9, 14, 20, 40, 90}) {
            byte[] flipped = good.clone();
            flipped[at] ^= 1;
            Files.write(segment, flipped);
            assertThat(reasonOfOpening()).as("byte %d", at).isEqualTo(Reason.JOURNAL_DAMAGED);
        }
    }

    @Test
    void lostSectorsInTheMiddleOfTheJournalAreReported() throws Exception {
        byte[] holed = good.clone();
        Arrays.fill(holed, SegmentHeader.BYTES, SegmentHeader.BYTES + 100, (byte) 0);
        Files.write(segment, holed);
        assertThat(reasonOfOpening()).isEqualTo(Reason.JOURNAL_DAMAGED);
    }

    @Test
    void missingSegmentBetweenOthersIsReported() throws Exception {
        try (Journal journal = open()) {
            for (int i = 0; i < 100; i++) {
                journal.append(List.of(Floor.pick(1)));
            }
        }
        Files.delete(folder.resolve("00000002.segment"));
        assertThat(reasonOfOpening()).isEqualTo(Reason.JOURNAL_DAMAGED);
    }

    @Test
    void sealedJournalGivesWhatStandsBeforeTheDamage() throws Exception {
        byte[] flipped = good.clone();
        flipped[lastStart + 40] ^= 1;
        Files.write(segment, flipped);
        try (SealedJournal sealed =
                SealedJournal.open(floor.parts(new RealDisk(), Floor.small()), folder, Floor.AUTHOR, 1)) {
            assertThat(sealed.damage()).contains("after event 3");
            assertThat(sealed.read(1, 10, 1 << 20)).extracting(Stored::seq).containsExactly(1L, 2L, 3L);
        }
        assertThat(Files.readAllBytes(segment)).isEqualTo(flipped);
    }

    private Reason reasonOfOpening() {
        try (Journal journal = open()) {
            throw new AssertionError("opened with " + journal.lastSeq() + " events");
        } catch (MemoryException e) {
            return e.reason();
        }
    }
}
