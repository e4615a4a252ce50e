package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.Plate;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a station shows, in one value. The naive way to it adds up all events ever, whoever has heard of them.
 */
record Seen(
        Map<String, Integer> stock,
        Set<String> plates,
        List<Integer> received,
        boolean closed,
        Map<String, Progress> progress,
        int made,
        int refused) {

    static final int TASKS = 4;

    static Seen of(ReadModel view) {
        Map<String, Integer> stock = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            for (StockBalance balance : view.stock(Shop.itemId(i))) {
                stock.put(balance.item() + "@" + balance.place(), balance.balance());
            }
        }
        Asn asn = view.asn(Shop.NOTICE).orElseThrow();
        Map<String, Progress> progress = new TreeMap<>();
        for (int i = 0; i < TASKS; i++) {
            progress.put("task-" + i, view.progress(Shop.task(i)));
        }
        return new Seen(
                stock,
                view.plates().stream().map(Seen::written).collect(Collectors.toCollection(TreeSet::new)),
                asn.lines().stream().map(line -> line.received().units()).toList(),
                asn.closed(),
                progress,
                view.platesMade(),
                view.failedSignIns("BADGE-1"));
    }

    private static String written(Plate plate) {
        return plate.plate() + " " + plate.item() + " " + plate.quantity() + " " + plate.condition();
    }

    static Seen naive(List<FloorEvent> own, List<Movement> others, Map<String, ShipmentTask> held) {
        Set<EventId> undone = own.stream()
                .map(FloorEvent::act)
                .filter(Act.ActUndone.class::isInstance)
                .map(act -> ((Act.ActUndone) act).undone())
                .collect(Collectors.toSet());
        List<FloorEvent> counting = own.stream()
                .filter(event -> !undone.contains(event.id()) && !(event.act() instanceof Act.ActUndone))
                .toList();
        Map<String, Integer> stock = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            stock.put(Shop.itemId(i) + "@" + Place.of(Shop.rack(i)), 100);
        }
        others.forEach(movement -> move(stock, movement));
        counting.forEach(event -> event.movements().forEach(movement -> move(stock, movement)));
        stock.values().removeIf(units -> units == 0);
        List<Act.GoodsReceived> receipts = acts(counting, Act.GoodsReceived.class);
        Set<String> plates = new TreeSet<>();
        for (Act.GoodsReceived receipt : receipts) {
            String key = receipt.item() + "@" + Place.of(receipt.plate());
            if (stock.containsKey(key)) {
                plates.add(receipt.plate() + " " + receipt.item() + " " + stock.get(key) + " " + receipt.condition());
            }
        }
        Map<String, Progress> progress = new TreeMap<>();
        for (int i = 0; i < TASKS; i++) {
            ShipmentTask task = held.get("task-" + i);
            List<FloorEvent> about = counting.stream()
                    .filter(event -> task != null && task.id().equals(event.task()))
                    .toList();
            progress.put("task-" + i, task == null ? Progress.NONE : progress(task, about));
        }
        return new Seen(
                stock,
                plates,
                List.of(received(receipts, 1), received(receipts, 2)),
                !acts(counting, Act.ReceiptClosed.class).isEmpty(),
                progress,
                acts(own, Act.GoodsReceived.class).size(),
                refusedSinceSignIn(own));
    }

    private static void move(Map<String, Integer> stock, Movement movement) {
        add(stock, movement.item(), movement.from(), -movement.quantity().units());
        add(stock, movement.item(), movement.to(), movement.quantity().units());
    }

    private static void add(Map<String, Integer> stock, ItemId item, Place place, int units) {
        if (place.kind().isOnHand()) {
            stock.merge(item + "@" + place, units, Integer::sum);
        }
    }

    private static int received(List<Act.GoodsReceived> receipts, int line) {
        return receipts.stream()
                .filter(receipt -> receipt.line() == line)
                .mapToInt(receipt -> receipt.quantity().units())
                .sum();
    }

    private static int refusedSinceSignIn(List<FloorEvent> own) {
        int count = 0;
        for (FloorEvent event : own) {
            switch (event.act()) {
                case Act.SignInRefused refused -> count++;
                case Act.SignedIn signedIn -> count = 0;
                default -> {}
            }
        }
        return count;
    }

    private static Progress progress(ShipmentTask task, List<FloorEvent> events) {
        Map<Integer, Quantity> picked = new HashMap<>();
        acts(events, Act.Picked.class).forEach(act -> picked.merge(act.line(), act.quantity(), Quantity::plus));
        Map<Integer, Quantity> shorted = new HashMap<>();
        acts(events, Act.PickShorted.class).forEach(act -> shorted.merge(act.line(), act.missing(), Quantity::plus));
        List<Progress.Box> boxes = new ArrayList<>();
        boxes.add(box(1, task.waybill(), events));
        for (Act.BoxBegun begun : acts(events, Act.BoxBegun.class)) {
            boxes.add(box(begun.box(), begun.waybill(), events));
        }
        boolean finished = !acts(events, Act.PickFinished.class).isEmpty();
        boolean toteKnown = finished || !picked.isEmpty();
        return new Progress(
                picked,
                shorted,
                toteKnown
                        ? new dev.dockhand.model.id.ToteCode(
                                "T-" + events.getFirst().task())
                        : null,
                finished,
                Map.of(),
                boxes,
                !acts(events, Act.ShipmentPacked.class).isEmpty(),
                false,
                false);
    }

    private static Progress.Box box(int number, WaybillNumber waybill, List<FloorEvent> events) {
        Map<ItemId, Quantity> packed = new HashMap<>();
        acts(events, Act.ItemPacked.class).stream()
                .filter(act -> act.box() == number)
                .forEach(act -> packed.merge(act.item(), act.quantity(), Quantity::plus));
        List<Act.LabelPrinted> labels = acts(events, Act.LabelPrinted.class).stream()
                .filter(act -> act.box() == number)
                .toList();
        List<Act.ParcelWeighed> weights = acts(events, Act.ParcelWeighed.class).stream()
                .filter(act -> act.box() == number)
                .toList();
        return new Progress.Box(
                waybill,
                packed,
                weights.isEmpty() ? null : weights.getLast().grams(),
                labels.stream().mapToInt(Act.LabelPrinted::copy).max().orElse(0),
                labels.isEmpty() ? null : labels.getLast().outcome());
    }

    private static <A extends Act> List<A> acts(List<FloorEvent> events, Class<A> type) {
        return events.stream()
                .map(FloorEvent::act)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
