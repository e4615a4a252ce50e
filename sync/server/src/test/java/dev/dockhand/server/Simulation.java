package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.trouble.Trouble;
import dev.dockhand.server.accept.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Several stations, an office and faults, all from one seed. */
final class Simulation {

    private static final List<String> SKUS = List.of("A", "B", "C");
    private static final List<String> RACKS = List.of("R1", "R2", "R3");

    private final TestWarehouse warehouse;
    private final Random random;
    private final List<Desk> desks = new ArrayList<>();
    private final List<TestStation> sealed = new ArrayList<>();
    private int orders;
    private int plates;

    Simulation(TestWarehouse warehouse, long seed) {
        this.warehouse = warehouse;
        this.random = new Random(seed);
        SKUS.forEach(warehouse::item);
        RACKS.forEach(rack -> warehouse.location(rack, "STORAGE", RACKS.indexOf(rack)));
        warehouse.asn("ASN-1", "A", 100).waybills(40);
        for (String rack : RACKS) {
            SKUS.forEach(sku -> warehouse.stock(rack, sku, 3 + random.nextInt(5)));
        }
        LocalDate today = LocalDate.ofInstant(warehouse.time.instant(), ZoneOffset.UTC);
        for (int day = -1; day <= 2; day++) {
            warehouse.stock("R1", "A", "L" + day, today.plusDays(day), 4);
        }
        for (int i = 1; i <= 3; i++) {
            desks.add(new Desk(warehouse.station("S" + i)));
        }
    }

    /** A station with the work that it believes to hold. */
    private static final class Desk {
        private TestStation station;
        private final Map<TaskId, ShipmentTask> held = new HashMap<>();
        private final Map<String, Integer> taken = new HashMap<>();
        private final Set<TaskId> packed = new HashSet<>();
        private final Set<FloorEvent> undone = new HashSet<>();

        private Desk(TestStation station) {
            this.station = station;
        }

        private String key(ShipmentTask task, PickLine line) {
            return task.id() + "/" + task.lease().token() + "/" + line.line();
        }
    }

    TestStation[] stations() {
        List<TestStation> all = new ArrayList<>(sealed);
        desks.forEach(desk -> all.add(desk.station));
        return all.toArray(TestStation[]::new);
    }

    void step() {
        Desk desk = desks.get(random.nextInt(desks.size()));
        switch (random.nextInt(20)) {
            case 0, 1 -> order();
            case 2 -> receive(desk);
            case 3, 4 -> grant(desk);
            case 5, 6, 7, 8 -> work(desk);
            case 9 -> finish(desk);
            case 10 -> undo(desk);
            case 11, 12, 13 -> push(desk);
            case 14 -> office(desk);
            case 15 -> lose(desk);
            case 16 -> oddEvent(desk);
            case 17 -> repeat(desk);
            case 18 -> gap(desk);
            default -> newEpoch(desk);
        }
    }

    /** The network is back: every queue drains without anybody's help. */
    void drain() {
        for (TestStation station : stations()) {
            while (station.acked < station.journal.size()) {
                long before = station.acked;
                station.push();
                assertThat(station.acked).as("the queue moves").isGreaterThan(before);
            }
        }
    }

    private void order() {
        Map<String, Integer> lines = new HashMap<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            lines.merge(pick(SKUS), 1 + random.nextInt(3), Integer::sum);
        }
        boolean promised = warehouse.order("O-" + ++orders, lines);
        if (promised) {
            lines.keySet()
                    .forEach(sku -> assertThat(warehouse.level(sku).availableToPromise())
                            .as("promising never goes below zero")
                            .isNotNegative());
        }
    }

    private <T> T pick(List<T> any) {
        return any.get(random.nextInt(any.size()));
    }

    private void receive(Desk desk) {
        LicensePlate plate = new LicensePlate("P" + ++plates);
        int units = 1 + random.nextInt(6);
        desk.station.receive("ASN-1", "A", plate, units);
        if (random.nextInt(4) > 0) {
            desk.station.putAway("A", plate, units, new LocationCode(pick(RACKS)));
        }
    }

    private void grant(Desk desk) {
        List<ShipmentTask> tasks = warehouse.desk.grant(warehouse.site, desk.station.id, 1 + random.nextInt(4), null);
        tasks.forEach(task -> desk.held.putIfAbsent(task.id(), task));
        tasks.stream()
                .filter(task -> isNewer(task, desk.held.get(task.id())))
                .forEach(task -> desk.held.put(task.id(), task));
    }

    private static boolean isNewer(ShipmentTask task, ShipmentTask held) {
        return task.lease().token() > held.lease().token()
                || task.lines().size() > held.lines().size();
    }

    private void work(Desk desk) {
        if (desk.held.isEmpty()) {
            return;
        }
        ShipmentTask task = pick(List.copyOf(desk.held.values()));
        PickLine line = pick(task.lines());
        int left = left(desk, task, line);
        if (left > 0 && random.nextInt(8) == 0) {
            desk.station.act(
                    task, new Act.PickShorted(line.line(), line.sku(), Quantity.ONE, line.location(), "NOT_FOUND"));
            desk.taken.merge(desk.key(task, line), 1, Integer::sum);
        } else if (left > 0) {
            int units = 1 + random.nextInt(left);
            desk.station.pick(task, line, units);
            desk.taken.merge(desk.key(task, line), units, Integer::sum);
        } else if (random.nextBoolean()) {
            desk.station.act(task, new Act.PickFinished(desk.station.tote()));
        } else {
            desk.station.act(task, new Act.CancelSeen(task.shipment()));
        }
    }

    /** A packer misses units that were picked; the parcel waits until others are picked in their place. */
    private void lose(Desk desk) {
        if (desk.held.isEmpty()) {
            desk.station.act(null, new Act.SignedOut());
            return;
        }
        ShipmentTask task = pick(List.copyOf(desk.held.values()));
        PickLine line = pick(task.lines());
        int there = line.picked().units() + desk.taken.getOrDefault(desk.key(task, line), 0);
        if (there > 0 && !desk.packed.contains(task.id())) {
            desk.station.lost(task, line, 1 + random.nextInt(there));
        }
    }

    private static int left(Desk desk, ShipmentTask task, PickLine line) {
        return line.quantity().units()
                - line.picked().units()
                - line.shorted().units()
                - desk.taken.getOrDefault(desk.key(task, line), 0);
    }

    private void finish(Desk desk) {
        if (desk.held.isEmpty()) {
            return;
        }
        ShipmentTask task = pick(List.copyOf(desk.held.values()));
        for (PickLine line : task.lines()) {
            int left = left(desk, task, line);
            if (left > 0) {
                desk.station.pick(task, line, left);
                desk.taken.merge(desk.key(task, line), left, Integer::sum);
            }
        }
        if (random.nextInt(10) > 0 && desk.packed.add(task.id())) {
            desk.station.act(task, new Act.LabelPrinted(task.waybill(), 1, "SENT", "", ""));
            desk.station.packed(task);
        }
    }

    private void undo(Desk desk) {
        List<FloorEvent> possible = desk.station.events.stream()
                .filter(event -> !(event.act() instanceof Act.ActUndone))
                .toList();
        if (!possible.isEmpty()) {
            FloorEvent last = possible.getLast();
            boolean again = !desk.undone.add(last);
            if (!again) {
                ShipmentTask task = last.task() == null ? null : desk.held.get(last.task());
                desk.station.undo(task, last);
            } else if (random.nextInt(5) == 0) {
                desk.station.act(null, new Act.ActUndone(last.id()));
            }
        }
    }

    private void push(Desk desk) {
        TestStation station = desk.station;
        int first = (int) station.acked + 1;
        if (first > station.journal.size()) {
            return;
        }
        int last = first + random.nextInt(station.journal.size() - first + 1);
        Answer answer = station.send(first, last, false);
        assertThat(answer).isInstanceOf(Answer.Taken.class);
        boolean replyLost = random.nextInt(3) == 0;
        if (!replyLost) {
            station.acked = ((Answer.Taken) answer).result().acked();
        }
    }

    private void repeat(Desk desk) {
        TestStation station = desk.station;
        if (station.acked > 0) {
            int from = 1 + random.nextInt((int) station.acked);
            assertThat(station.send(from, (int) station.acked, false))
                    .isEqualTo(station.send(from, (int) station.acked, false));
        }
    }

    private void gap(Desk desk) {
        TestStation station = desk.station;
        long stored = warehouse.number("""
            SELECT COALESCE(max(seq), 0) FROM event WHERE tenant = :tenant AND warehouse = :warehouse
                AND station = '%s' AND epoch = %d\
            """.formatted(station.id, station.epoch));
        if (station.journal.size() >= stored + 2 && station.events.size() == station.journal.size()) {
            assertThat(station.send((int) stored + 2, station.journal.size(), false))
                    .isEqualTo(new Answer.Refused(new Push.Refusal(Push.Code.GAP, stored + 1)));
        }
    }

    private void oddEvent(Desk desk) {
        TestStation station = desk.station;
        switch (random.nextInt(4)) {
            case 0 -> station.raw(("{broken " + ++plates).getBytes(StandardCharsets.UTF_8));
            case 1 ->
                desk.held.values().stream()
                        .findFirst()
                        .ifPresent(task ->
                                station.act(task, new Act.LabelPrinted(task.waybill(), 2, "SENT", "", "poison \0")));
            case 2 -> station.act(null, new Act.ReceiptClosed(new AsnNumber("ASN-?"), List.of()));
            default -> station.act(null, new Act.SignInRefused("x"));
        }
    }

    private void office(Desk desk) {
        switch (random.nextInt(7)) {
            case 0 -> warehouse.orders.cancel(warehouse.site, new OrderNumber("O-" + (1 + random.nextInt(orders + 1))));
            case 1 ->
                desk.held.keySet().stream()
                        .findFirst()
                        .ifPresent(task -> warehouse.desk.breakLease(warehouse.site, task, "boss"));
            case 2 -> {
                List<Trouble> open = warehouse.openTroubles();
                if (!open.isEmpty()) {
                    warehouse.settling.settle(warehouse.site, pick(open).id(), "boss", "settled");
                }
            }
            case 3 -> {
                List<TaskId> held = List.copyOf(desk.held.keySet());
                if (!held.isEmpty()) {
                    TaskId task = pick(held);
                    warehouse.desk.giveBack(warehouse.site, desk.station.id, task);
                    desk.held.remove(task);
                }
            }
            case 4 -> warehouse.after(Duration.ofHours(random.nextInt(24)));
            case 5 -> warehouse.expiry.sweep(warehouse.site);
            default -> warehouse.orders.retryWaiting(warehouse.site);
        }
    }

    /** The station is enrolled anew; its old journal is still to be sent. */
    private void newEpoch(Desk desk) {
        if (random.nextInt(6) == 0) {
            sealed.add(desk.station);
            int epoch = desk.station.epoch + 1;
            warehouse.execute(
                    "UPDATE station SET epoch = :epoch WHERE tenant = :tenant AND warehouse = :warehouse"
                            + " AND station = :station",
                    Map.of("epoch", epoch, "station", desk.station.id.value()));
            desk.station = new TestStation(warehouse, desk.station.id, epoch);
        }
    }
}
