package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.rules.Drawn;
import dev.dockhand.station.Shop;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaPropertyTest {

    private static final int STEPS = 60;

    /** What the station shows is what all events add up to, whatever happened to files, feed and power in between. */
    @Test
    void viewIsWhatAllEventsAddUpTo(@TempDir Path root) {
        Drawn.each(12, drawn -> viewIsWhatAllEventsAddUpTo(root, drawn.random()));
    }

    private static void viewIsWhatAllEventsAddUpTo(Path root, SplittableRandom random) throws Exception {
        Path folder = Files.createTempDirectory(root, "replica");
        try (Shift shift = new Shift(folder, random)) {
            shift.start();
            for (int step = 0; step < STEPS; step++) {
                String what = shift.step();
                assertThat(Seen.of(shift.rig.view()))
                        .as("step %d: %s", step, what)
                        .isEqualTo(shift.naive());
            }
        }
    }

    /** A shift at random. */
    private static final class Shift implements AutoCloseable {
        private final SplittableRandom random;
        private final Rig rig;
        private final List<FloorEvent> own = new ArrayList<>();
        private final Set<FloorEvent> undoable = new HashSet<>();
        private final List<Movement> others = new ArrayList<>();
        private final List<Movement> told = new ArrayList<>();
        private final Map<String, ShipmentTask> held = new HashMap<>();
        private int plates;

        Shift(Path folder, SplittableRandom random) throws Exception {
            this.random = random;
            this.rig = new Rig(folder);
            rig.settings = new ReplicaSettings(Duration.ofSeconds(30), 3000, 1L << 30);
        }

        void start() throws Exception {
            rig.server.tell(Shop.basics(20));
            for (int i = 0; i < Seen.TASKS; i++) {
                rig.server.addWork(Shop.work(i));
            }
            rig.snapshot();
        }

        Seen naive() {
            return Seen.naive(own, told, held);
        }

        String step() throws Exception {
            int dice = random.nextInt(100);
            if (dice < 50) {
                return act();
            } else if (dice < 58 && !undoable.isEmpty()) {
                return undo();
            } else if (dice < 68) {
                rig.push(random.nextInt(1, 6));
                return "push";
            } else if (dice < 76) {
                pull();
                return "pull";
            } else if (dice < 82) {
                lease();
                return "lease";
            } else if (dice < 88) {
                return somebodyElse();
            } else if (dice < 90) {
                rig.snapshot();
                hear();
                return "snapshot";
            } else if (dice < 93) {
                rig.restart();
                return "restart";
            } else if (dice < 96) {
                rig.crash();
                rig.openAll();
                return "crash";
            }
            return damage();
        }

        private void pull() throws Exception {
            rig.pull();
            hear();
        }

        private void hear() {
            told.clear();
            told.addAll(others);
        }

        private void lease() throws Exception {
            rig.lease(Seen.TASKS);
            for (ShipmentTask task : rig.replica.view().tasks()) {
                held.put(task.id().value(), task);
            }
        }

        private String somebodyElse() {
            Movement movement = new Movement(
                    Goods.of(Shop.itemId(random.nextInt(5))),
                    Quantity.of(random.nextInt(1, 4)),
                    Place.of(Shop.rack(random.nextInt(5))),
                    Place.CORRECTION);
            rig.server.moved(movement);
            others.add(movement);
            return "somebody else";
        }

        private String act() throws Exception {
            List<Draft> drafts = new ArrayList<>();
            for (int i = random.nextInt(1, 3); i > 0; i--) {
                drafts.add(draft());
            }
            List<FloorEvent> events = rig.acts(drafts);
            own.addAll(events);
            for (FloorEvent event : events) {
                boolean once = event.act() instanceof Act.SignedIn
                        || event.act() instanceof Act.SignInRefused
                        || event.act() instanceof Act.ShipmentPacked
                        || event.act() instanceof Act.PickFinished
                        || event.act() instanceof Act.ReceiptClosed;
                if (!once) {
                    undoable.add(event);
                }
            }
            return events.stream().map(event -> event.act().toString()).toList().toString();
        }

        private Draft draft() {
            List<ShipmentTask> open = rig.replica.view().tasks();
            int dice = random.nextInt(open.isEmpty() ? 4 : 14);
            return switch (dice) {
                case 0 -> Draft.free(Shop.KIM, new Act.SignedIn(Operator.Role.PICKER), List.of());
                case 1 -> Draft.free(null, new Act.SignInRefused("BADGE-1"), List.of());
                case 2, 3 -> {
                    Act.Condition condition = random.nextBoolean() ? Act.Condition.GOOD : Act.Condition.DAMAGED;
                    yield Shop.receive(plates++, random.nextInt(1, 3), random.nextInt(1, 9), condition);
                }
                case 4, 5, 6, 7 -> Shop.pick(open.getFirst(), random.nextInt(1, 3), 1);
                case 8 -> {
                    var line = open.getLast().lines().getFirst();
                    yield Shop.of(
                            open.getLast(),
                            new Act.PickShorted(line.line(), line.item(), Quantity.ONE, line.location(), "NOT_FOUND"));
                }
                case 9 ->
                    Shop.of(
                            open.getFirst(),
                            new Act.PickFinished(
                                    new ToteCode("T-" + open.getFirst().id())));
                case 10 -> Shop.pack(open.getFirst(), 1, 1);
                case 11 ->
                    Shop.of(
                            open.getFirst(),
                            new Act.ParcelWeighed(1, Grams.of(random.nextInt(500)), null, true, "", "scale", "", null));
                case 12 ->
                    Shop.of(
                            open.getFirst(),
                            new Act.LabelPrinted(1, open.getFirst().waybill(), 1, "SENT", "NONE", ""));
                default -> Shop.packedOut(open.getFirst());
            };
        }

        private String undo() throws Exception {
            List<FloorEvent> sorted = undoable.stream()
                    .sorted(Comparator.comparingLong(FloorEvent::seq))
                    .toList();
            FloorEvent event = sorted.get(random.nextInt(sorted.size()));
            undoable.remove(event);
            own.add(rig.undo(event));
            return "undo of " + event.act();
        }

        private String damage() throws Exception {
            Path file = rig.viewFile();
            rig.crash();
            int kind = random.nextInt(4);
            switch (kind) {
                case 0 -> Files.deleteIfExists(file);
                case 1 -> Files.write(file, new byte[0]);
                case 2 -> truncate(file);
                default -> scramble(file);
            }
            rig.openAll();
            return "damage " + kind;
        }

        private void truncate(Path file) throws IOException {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(random.nextLong(bytes.length()));
            }
        }

        private void scramble(Path file) throws IOException {
            byte[] noise = new byte[64];
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                for (int i = 0; i < 200; i++) {
                    random.nextBytes(noise);
                    bytes.seek(random.nextLong(bytes.length()));
                    bytes.write(noise);
                }
            }
        }

        @Override
        public void close() {
            rig.close();
        }
    }
}
