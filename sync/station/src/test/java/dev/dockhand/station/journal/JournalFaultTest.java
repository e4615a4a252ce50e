package dev.dockhand.station.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.rules.Drawn;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalFaultTest {

    private static final Path FOLDER = Path.of("journal");

    private final Floor floor = new Floor();

    private Journal open(MemoryDisk disk) throws MemoryException {
        return Journal.open(floor.parts(disk, Floor.small()), FOLDER, Floor.AUTHOR, 1);
    }

    @Test
    void everyConfirmedEventSurvivesPowerCutsAndFailingForces() {
        Drawn.each(400, drawn -> new JournalFaultTest().confirmedEventsSurvive(drawn.random()));
    }

    private void confirmedEventsSurvive(SplittableRandom random) throws Exception {
        MemoryDisk disk = new MemoryDisk(random.split());
        List<FloorEvent> confirmed = new ArrayList<>();
        int largestGroup = 5;
        for (int life = 0; life < 6; life++) {
            disk.cutAfter(random.nextInt(1, 150));
            try {
                Journal journal = open(disk);
                assertHolds(journal, confirmed, largestGroup);
                confirmed = events(journal);
                while (true) {
                    disk.failForces = random.nextInt(10) == 0 ? 1 : 0;
                    int group = random.nextInt(1, largestGroup);
                    confirmed.addAll(journal.append(group(group, random)));
                }
            } catch (MemoryDisk.PowerCut e) {
                disk.failForces = 0;
                disk.powerOn();
            }
        }
        assertHolds(open(disk), confirmed, largestGroup);
    }

    private static List<Draft> group(int size, SplittableRandom random) {
        return IntStream.range(0, size)
                .mapToObj(i -> Floor.pick(random.nextInt(1, 9)))
                .toList();
    }

    private static void assertHolds(Journal journal, List<FloorEvent> confirmed, int largestGroup) throws Exception {
        List<FloorEvent> found = events(journal);
        assertThat(found).hasSizeGreaterThanOrEqualTo(confirmed.size());
        assertThat(found.subList(0, confirmed.size())).isEqualTo(confirmed);
        assertThat(found.size() - confirmed.size()).isLessThan(largestGroup);
        assertThat(Chain.problem(journal)).isEmpty();
    }

    private static List<FloorEvent> events(Journal journal) throws Exception {
        List<FloorEvent> found = new ArrayList<>();
        for (Stored stored : journal.read(1, 10_000, 8 << 20)) {
            found.add(stored.event());
        }
        return found;
    }

    @Test
    void afterOneFailedForceTheJournalGoesOnInANewFile() throws Exception {
        MemoryDisk disk = new MemoryDisk(new SplittableRandom(1));
        Journal journal = open(disk);
        journal.append(List.of(Floor.pick(1)));
        disk.failForces = 1;
        journal.append(List.of(Floor.pick(2)));
        journal.append(List.of(Floor.pick(3)));
        assertThat(floor.notices).containsExactly("JOURNAL_MOVED");
        assertThat(events(journal)).hasSize(3);
        disk.powerOn();
        assertThat(events(open(disk))).hasSize(3);
    }

    @Test
    void diskThatKeepsFailingIsToldAndNothingIsKept() throws Exception {
        MemoryDisk disk = new MemoryDisk(new SplittableRandom(1));
        Journal journal = open(disk);
        journal.append(List.of(Floor.pick(1)));
        disk.failForces = 100;
        assertThatThrownBy(() -> journal.append(List.of(Floor.pick(2))))
                .isInstanceOfSatisfying(
                        MemoryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DISK_FAILED));
        disk.failForces = 0;
        assertThat(journal.append(List.of(Floor.pick(3))).getFirst().seq()).isEqualTo(2);
        disk.powerOn();
        assertThat(events(open(disk)).stream().map(FloorEvent::act).toList())
                .isEqualTo(Stream.of(1, 3).map(Floor::pick).map(Draft::act).toList());
    }

    @Test
    void fullDiskIsToldAndWorkGoesOnWhenThereIsRoomAgain() throws Exception {
        MemoryDisk disk = new MemoryDisk(new SplittableRandom(1));
        Journal journal = open(disk);
        disk.free = 0;
        List<Reason> reasons = new ArrayList<>();
        long before = 0;
        while (reasons.isEmpty()) {
            before = journal.lastSeq();
            try {
                journal.append(List.of(Floor.pick(1)));
            } catch (MemoryException e) {
                reasons.add(e.reason());
            }
        }
        assertThat(reasons).containsExactly(Reason.DISK_FULL);
        assertThat(before).isGreaterThan(20);
        assertThat(journal.lastSeq()).isEqualTo(before);
        disk.free = 1L << 30;
        assertThat(journal.append(List.of(Floor.pick(1))).getFirst().seq()).isEqualTo(before + 1);
        assertThat(Chain.problem(journal)).isEmpty();
    }

    @Test
    void roomIsToldBeforeItRunsOut() throws Exception {
        MemoryDisk disk = new MemoryDisk(new SplittableRandom(1));
        Journal journal = open(disk);
        assertThat(journal.room()).isEqualTo(Health.Room.PLENTY);
        disk.free = 1L << 30;
        assertThat(journal.room()).isEqualTo(Health.Room.LOW);
        disk.free = 100L << 20;
        assertThat(journal.room()).isEqualTo(Health.Room.NO_NEW_WORK);
        assertThat(journal.append(List.of(Floor.pick(1)))).hasSize(1);
    }
}
