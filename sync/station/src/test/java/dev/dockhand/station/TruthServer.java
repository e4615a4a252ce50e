package dev.dockhand.station;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.LostEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.DigestSum;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Lease;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The server of the tests: the protocol over a simple truth in memory. */
public final class TruthServer {

    private static final ObjectMapper MAPPER = Json.mapper();

    private record StockKey(Place place, Goods goods) {}

    private static final class Work {
        ShipmentTask blank;

        @Nullable
        StationId holder;

        long token;
        boolean cancelled;

        Work(ShipmentTask blank) {
            this.blank = blank;
        }
    }

    private final List<List<Feed.Change>> feed = new ArrayList<>();
    private final Map<Object, Feed.Change> state = new LinkedHashMap<>();
    private final Map<StockKey, StockBalance> stock = new HashMap<>();
    private final Map<AsnId, Asn> asns = new HashMap<>();
    private final Map<EventId, FloorEvent> byId = new HashMap<>();
    private final Map<TaskId, Work> work = new LinkedHashMap<>();
    private final Map<Integer, List<byte[]>> stored = new TreeMap<>();
    private final List<byte[]> unread = new ArrayList<>();
    /** Seals the pepper for a station's key. */
    public volatile UnaryOperator<String> peppers = key -> Shop.PEPPER.sealed(key, new SecureRandom());

    private long serverEpoch = 1;
    private int life = 1;
    private long oldest;

    public synchronized long cursor() {
        return feed.size();
    }

    public Enrolment.Pepper pepper(String key) {
        return new Enrolment.Pepper(peppers.apply(key));
    }

    public synchronized long serverEpoch() {
        return serverEpoch;
    }

    /** What was stored of an epoch, in order. */
    public synchronized List<byte[]> stored(int epoch) {
        return List.copyOf(stored.getOrDefault(epoch, List.of()));
    }

    public synchronized List<byte[]> unread() {
        return List.copyOf(unread);
    }

    /** One transaction that tells stations of new states. */
    public synchronized void tell(List<? extends Feed.Change> changes) {
        for (Feed.Change change : changes) {
            state.put(keyOf(change), change);
            switch (change) {
                case Feed.StockChanged(StockBalance now) -> stock.put(new StockKey(now.place(), now.goods()), now);
                case Feed.AsnChanged(Asn asn) -> asns.put(asn.id(), asn);
                default -> {}
            }
        }
        feed.add(List.copyOf(changes));
        notifyAll();
    }

    private static Object keyOf(Feed.Change change) {
        return switch (change) {
            case Feed.WarehouseChanged(Warehouse warehouse) -> warehouse.id();
            case Feed.ItemChanged(Item item) -> item.id();
            case Feed.LocationChanged c -> c.location().code();
            case Feed.OperatorChanged c -> c.operator().id();
            case Feed.AsnChanged(Asn asn) -> asn.id();
            case Feed.StockChanged(StockBalance now) -> new StockKey(now.place(), now.goods());
            case Feed.PlateChanged c -> c.plate();
            case Feed.TaskChanged c -> c.shipment().task();
            case Feed.StationHead c -> List.of(c.station(), c.epoch());
            case Feed.Unknown c -> c;
            case Feed.ExceptionChanged c -> c.exception().id();
        };
    }

    /** Units moved by somebody else. */
    public synchronized void moved(Movement movement) {
        tell(move(movement));
    }

    private List<Feed.Change> move(Movement m) {
        return List.of(
                balance(m.from(), m, -m.quantity().units()),
                balance(m.to(), m, m.quantity().units()));
    }

    private Feed.StockChanged balance(Place place, Movement m, int delta) {
        StockKey key = new StockKey(place, m.goods());
        int before = stock.containsKey(key) ? stock.get(key).balance() : 0;
        StockBalance now = new StockBalance(place, m.goods(), before + delta);
        stock.put(key, now);
        return new Feed.StockChanged(now);
    }

    /** Takes a push; a refusal is returned as such. */
    public synchronized Object push(StationId station, int epoch, List<byte[]> lines, boolean opaque) {
        List<byte[]> have = stored.computeIfAbsent(epoch, e -> new ArrayList<>());
        List<Push.Outcome> outcomes = new ArrayList<>();
        for (byte[] line : lines) {
            boolean lost = LostEvent.decode(line).isPresent();
            boolean unreadable = opaque || lost;
            long seq = lost
                    ? LostEvent.decode(line).orElseThrow().seq()
                    : opaque ? have.size() + 1 : decode(line).seq();
            if (seq > have.size() + 1) {
                return new Push.Refusal(Push.Code.GAP, have.size() + 1, lastHash(lines));
            }
            if (seq <= have.size()) {
                if (!lost && !hash(have.get((int) seq - 1)).equals(hash(line))) {
                    return new Push.Refusal(Push.Code.EPOCH_CONFLICT, have.size() + 1, lastHash(lines));
                }
            } else if (!unreadable && !decode(line).previous().equals(lastHash(have))) {
                return new Push.Refusal(Push.Code.EPOCH_CONFLICT, have.size() + 1, lastHash(lines));
            } else {
                have.add(line);
                if (unreadable) {
                    unread.add(line);
                    tell(List.of(new Feed.StationHead(station, epoch, seq)));
                } else {
                    accept(decode(line));
                }
            }
            outcomes.add(new Push.Outcome(seq, unreadable ? Push.Status.QUARANTINED : Push.Status.ACCEPTED));
        }
        return new Push.Result(serverEpoch, epoch, have.size(), lastHash(lines), outcomes);
    }

    /** What the event after these names as the one before it, and only who has read them knows. */
    public static String lastHash(List<byte[]> lines) {
        return lines.isEmpty() ? EventCodec.NO_PREVIOUS : hash(lines.getLast());
    }

    private static String hash(byte[] line) {
        return LostEvent.decode(line).map(LostEvent::chained).orElseGet(() -> EventCodec.hash(line));
    }

    private static FloorEvent decode(byte[] line) {
        try {
            return EventCodec.decode(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(FloorEvent event) {
        byId.put(event.id(), event);
        List<Feed.Change> changes = new ArrayList<>();
        event.movements().forEach(m -> changes.addAll(move(m)));
        int sign = event.act() instanceof Act.ActUndone ? -1 : 1;
        Act act = event.act() instanceof Act.ActUndone(EventId undone)
                ? byId.get(undone).act()
                : event.act();
        switch (act) {
            case Act.GoodsReceived received -> {
                changes.add(new Feed.AsnChanged(received(asns.get(received.asn()), received, sign)));
                changes.add(new Feed.PlateChanged(received.plate(), received.condition(), null));
            }
            case Act.ReceiptClosed closed -> {
                Asn asn = asns.get(closed.asn());
                changes.add(new Feed.AsnChanged(
                        new Asn(asn.id(), asn.supplier(), asn.expectedOn(), asn.lines(), sign > 0)));
            }
            default -> {}
        }
        if (event.task() != null && work.containsKey(event.task())) {
            changes.add(changed(event.task()));
        }
        changes.add(new Feed.StationHead(event.station(), event.epoch(), event.seq()));
        tell(changes);
    }

    private static Asn received(Asn asn, Act.GoodsReceived act, int sign) {
        List<Asn.Line> lines = asn.lines().stream()
                .map(line -> line.line() != act.line()
                        ? line
                        : new Asn.Line(
                                line.line(),
                                new Goods(
                                        line.item(),
                                        line.goods().lot(),
                                        line.goods().expiry()),
                                line.expected(),
                                Quantity.of(line.received().units()
                                        + sign * act.quantity().units())))
                .toList();
        return new Asn(asn.id(), asn.supplier(), asn.expectedOn(), lines, asn.closed());
    }

    /** The feed after a cursor, to another one; absent when the first is too old. */
    public synchronized Feed.@Nullable Page page(long cursor, String mark, long end) {
        boolean otherPast = !mark.isEmpty() && !mark.equals(mark(cursor));
        if (otherPast || cursor < oldest || cursor > feed.size()) {
            return null;
        }
        int to = (int) Math.max(cursor, Math.min(Math.min(feed.size(), end), cursor + 20));
        List<Feed.Change> changes =
                feed.subList((int) cursor, to).stream().flatMap(List::stream).toList();
        return Feed.Page.of(serverEpoch, to, mark(to), to < Math.min(feed.size(), end), changes);
    }

    private String mark(long cursor) {
        return "%d-%d".formatted(life, cursor);
    }

    public synchronized void awaitPast(long cursor, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (feed.size() <= cursor && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    public synchronized Feed.SnapshotHead snapshotHead() {
        return new Feed.SnapshotHead(serverEpoch, feed.size(), mark(feed.size()), state.size());
    }

    public synchronized List<Feed.Change> snapshot() {
        return List.copyOf(state.values());
    }

    /** A snapshot as it is sent. */
    public synchronized byte[] snapshotFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(MAPPER.writeValueAsBytes(snapshotHead()));
            zip.write('\n');
            for (Feed.Change change : snapshot()) {
                zip.write(Feed.Told.of(change).json().getBytes(StandardCharsets.UTF_8));
                zip.write('\n');
            }
        }
        return bytes.toByteArray();
    }

    /** What a station should know, summed up. */
    public synchronized Digest digest(StationId station) {
        DigestSum sum = new DigestSum(station, Shop.NOON);
        for (Feed.Change row : state.values()) {
            sum.add(row);
            if (row instanceof Feed.ItemChanged(Item item)) {
                sum.barcodes(item);
            }
        }
        return sum.digest(serverEpoch, feed.size(), mark(feed.size()));
    }

    /** Cursors before now are too old from here on. */
    public synchronized void forgetFeed() {
        oldest = feed.size();
    }

    /** The server comes back from a backup that holds so many events of an epoch. */
    public synchronized void restore(int epoch, int events) {
        serverEpoch++;
        restoreInSilence(epoch, events);
    }

    /** The same, and nobody says so. */
    public synchronized void restoreInSilence(int epoch, int events) {
        life++;
        List<byte[]> kept = List.copyOf(stored(epoch).subList(0, events));
        stored.clear();
        stock.clear();
        state.keySet().removeIf(key -> key instanceof StockKey || key instanceof List<?>);
        feed.clear();
        oldest = 0;
        tell(List.copyOf(state.values()));
        List<byte[]> again = stored.computeIfAbsent(epoch, e -> new ArrayList<>());
        for (byte[] line : kept) {
            again.add(line);
            accept(decode(line));
        }
    }

    public synchronized void addWork(ShipmentTask blank) {
        work.put(blank.id(), new Work(blank));
        tell(List.of(changed(blank.id())));
    }

    public synchronized void cancel(TaskId id) {
        work.get(id).cancelled = true;
        tell(List.of(changed(id)));
    }

    /** A supervisor gives a piece of work to another station. */
    public synchronized void breakLease(TaskId id, StationId to) {
        Work it = work.get(id);
        it.holder = to;
        it.token++;
        tell(List.of(changed(id)));
    }

    public synchronized void takeBack(TaskId id) {
        work.get(id).holder = null;
        tell(List.of(changed(id)));
    }

    public synchronized Leases.Grant grant(StationId station, int epoch, int upTo) {
        long held = work.values().stream()
                .filter(it -> station.equals(it.holder) && stage(it) != TaskStage.PACKED)
                .count();
        for (Work it : work.values()) {
            if (held < upTo && it.holder == null && !it.cancelled) {
                it.holder = station;
                it.token++;
                held++;
                tell(List.of(changed(it.blank.id())));
            }
        }
        List<ShipmentTask> tasks = work.values().stream()
                .filter(it -> station.equals(it.holder) && stage(it) != TaskStage.PACKED && !it.cancelled)
                .map(it -> granted(
                        it, station, stored.getOrDefault(epoch, List.of()).size()))
                .toList();
        return Leases.Grant.of(tasks, List.of());
    }

    private Feed.TaskChanged changed(TaskId id) {
        Work it = work.get(id);
        return new Feed.TaskChanged(new Shipment(
                id,
                it.blank.shipment(),
                it.blank.order(),
                stage(it),
                it.holder,
                it.token,
                acts(id, Act.PickFinished.class)
                        .map(Act.PickFinished::tote)
                        .findFirst()
                        .orElse(null),
                it.token == 0 ? List.of() : List.of(it.blank.waybill()),
                null));
    }

    private ShipmentTask granted(Work it, StationId station, long based) {
        ShipmentTask blank = it.blank;
        List<PickLine> lines = blank.lines().stream()
                .map(line -> new PickLine(
                        line.line(),
                        new Goods(line.item(), line.goods().lot(), line.goods().expiry()),
                        line.location(),
                        line.quantity(),
                        Quantity.of(acts(blank.id(), Act.Picked.class)
                                        .filter(a -> a.line() == line.line())
                                        .mapToInt(a -> a.quantity().units())
                                        .sum()
                                - lost(blank.id(), line.line())),
                        Quantity.of(acts(blank.id(), Act.PickShorted.class)
                                .filter(a -> a.line() == line.line())
                                .mapToInt(a -> a.missing().units())
                                .sum())))
                .toList();
        return new ShipmentTask(
                blank.id(),
                blank.shipment(),
                blank.order(),
                new Lease(it.token, station, blank.cutOff()),
                stage(it),
                based,
                acts(blank.id(), Act.PickFinished.class)
                        .map(Act.PickFinished::tote)
                        .findFirst()
                        .orElse(null),
                blank.carrier(),
                blank.service(),
                blank.routing(),
                blank.waybill(),
                blank.cutOff(),
                blank.sender(),
                blank.recipient(),
                blank.message(),
                lines);
    }

    private int lost(TaskId id, int line) {
        return acts(id, Act.PackShorted.class)
                .flatMap(act -> act.parts().stream())
                .filter(part -> part.line() == line)
                .mapToInt(part -> part.quantity().units())
                .sum();
    }

    private TaskStage stage(Work it) {
        if (acts(it.blank.id(), Act.ShipmentPacked.class).findAny().isPresent()) {
            return TaskStage.PACKED;
        }
        if (it.cancelled) {
            return TaskStage.CANCELLED;
        }
        boolean picked = acts(it.blank.id(), Act.PickFinished.class).findAny().isPresent();
        boolean lost = acts(it.blank.id(), Act.PackShorted.class).findAny().isPresent();
        return picked && !lost ? TaskStage.PICKED : TaskStage.RELEASED;
    }

    private <A extends Act> Stream<A> acts(TaskId id, Class<A> type) {
        List<EventId> undone = byId.values().stream()
                .map(FloorEvent::act)
                .filter(Act.ActUndone.class::isInstance)
                .map(act -> ((Act.ActUndone) act).undone())
                .toList();
        return byId.values().stream()
                .filter(event -> id.equals(event.task()) && !undone.contains(event.id()))
                .map(FloorEvent::act)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
