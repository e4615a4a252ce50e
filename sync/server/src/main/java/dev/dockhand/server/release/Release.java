package dev.dockhand.server.release;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.job.Woken;
import dev.dockhand.server.order.OrderQuantities;
import dev.dockhand.server.stock.Calendar;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns promised orders into work: finds the stock, claims it, and makes the shipment with its pick list. */
public final class Release implements AutoCloseable {

    private static final int AT_ONCE = 25;

    private static final String PROMISED = """
        SELECT order_id, carrier, cut_off FROM orders
        WHERE company = :company AND warehouse = :warehouse AND ready
            AND (cut_off, order_id) > (:cut_off, :order)
        ORDER BY cut_off, order_id LIMIT :limit FOR UPDATE SKIP LOCKED\
        """;

    private static final String LINES = """
        SELECT order_id, line, item, LEAST(promised, quantity - cancelled) - allocated AS units FROM order_line
        WHERE company = :company AND warehouse = :warehouse AND order_id = ANY(:orders)
            AND LEAST(promised, quantity - cancelled) > allocated
        ORDER BY order_id, line\
        """;

    private static final String FREE = """
        SELECT b.place, b.item, b.lot, b.expiry, b.quantity - b.allocated AS free, l.walk
        FROM balance b JOIN location l
            ON l.company = b.company AND l.warehouse = b.warehouse AND b.place = 'LOCATION:' || l.location
        WHERE b.company = :company AND b.warehouse = :warehouse AND b.item = ANY(:items) AND l.kind = 'STORAGE'
            AND b.quantity > b.allocated AND (b.expiry = '' OR b.expiry >= :today)
        ORDER BY b.place COLLATE "C", b.item COLLATE "C", b.lot COLLATE "C", b.expiry COLLATE "C"
        FOR UPDATE OF b\
        """;

    private final FeedWriter feed;
    private final Ledger ledger;
    private final Exceptions exceptions;
    private final InstantSource time;
    private final Calendar calendar;

    /** Works with these services; the calendar says what has expired. */
    public Release(FeedWriter feed, Ledger ledger, Exceptions exceptions, InstantSource time, Calendar calendar) {
        this.calendar = calendar;
        this.feed = feed;
        this.ledger = ledger;
        this.exceptions = exceptions;
        this.time = time;
    }

    private final Woken woken = new Woken(this::releasePromised);

    private record Promised(OrderId id, CarrierCode carrier, Instant cutOff) {}

    private record Batch(int released, int seen, Mark last) {}

    private record Mark(Instant cutOff, String order) {
        private static final Mark START = new Mark(Instant.EPOCH, "");
    }

    /** Releases what is promised as soon as may be, beside whoever asks for it. */
    public void soon(Site site) {
        woken.wake(site);
    }

    /** Waits for what was asked for. */
    @Override
    public void close() {
        woken.close();
    }

    /**
     * Releases every promised order, most urgent cut-off first, some in a transaction. An order whose stock cannot be
     * found is put before a supervisor and tried again the next time.
     *
     * @return how many were released
     */
    public int releasePromised(Site site) {
        int released = 0;
        Mark mark = Mark.START;
        while (true) {
            Mark from = mark;
            Batch batch = feed.inTransaction(site, tx -> batch(tx, from));
            released += batch.released();
            if (batch.seen() < AT_ONCE) {
                return released;
            }
            mark = batch.last();
        }
    }

    private Batch batch(Tx tx, Mark from) {
        List<Promised> orders = promised(tx, from);
        if (orders.isEmpty()) {
            return new Batch(0, 0, from);
        }
        Map<OrderId, List<Need>> wanted = wanted(tx, orders);
        Set<ItemId> items = new HashSet<>();
        wanted.values().forEach(needs -> needs.forEach(need -> items.add(need.item())));
        Allocation.Free free = free(tx, items);
        Posting posting = new Posting();
        OrderQuantities quantities = new OrderQuantities();
        NewWork work =
                new NewWork(tx, orders.stream().map(order -> order.id().value()).toList());
        List<String> done = new ArrayList<>();
        for (Promised order : orders) {
            List<Need> needs = wanted.getOrDefault(order.id(), List.of());
            Map<ItemId, Integer> units = Need.units(needs);
            Optional<List<Allocation.Take>> takes = free.take(units);
            if (takes.isPresent()) {
                work.add(order.id(), order.carrier(), order.cutOff(), Need.parted(needs, takes.get()), posting);
                needs.forEach(need ->
                        quantities.add(order.id(), need.line(), OrderQuantities.Units.worked(need.units(), 0, 0)));
                done.add(order.id().value());
            } else {
                exceptions.raise(
                        tx,
                        ExceptionDraft.own(
                                ExceptionKind.CANNOT_ALLOCATE,
                                order.id().value(),
                                "promised, but what is at its places and has not expired does not suffice: "
                                        + units.keySet()));
            }
        }
        work.save(tx, time.instant());
        quantities.save(tx);
        ledger.post(tx, posting, time.instant());
        exceptions.resolve(tx, ExceptionKind.CANNOT_ALLOCATE, done, "stock was found");
        Promised last = orders.getLast();
        return new Batch(
                done.size(), orders.size(), new Mark(last.cutOff(), last.id().value()));
    }

    private static List<Promised> promised(Tx tx, Mark from) {
        return tx.query(PROMISED)
                .bind("cut_off", from.cutOff())
                .bind("order", from.order())
                .bind("limit", AT_ONCE)
                .map((row, context) -> new Promised(
                        new OrderId(row.getString("order_id")),
                        new CarrierCode(row.getString("carrier")),
                        Instants.read(row, "cut_off")))
                .list();
    }

    private static Map<OrderId, List<Need>> wanted(Tx tx, List<Promised> orders) {
        Map<OrderId, List<Need>> wanted = new HashMap<>();
        tx.query(LINES)
                .bindArray(
                        "orders",
                        String.class,
                        orders.stream().map(order -> order.id().value()).toList())
                .map((row, context) -> Map.entry(
                        new OrderId(row.getString("order_id")),
                        new Need(row.getInt("line"), new ItemId(row.getString("item")), row.getInt("units"))))
                .forEach(need -> wanted.computeIfAbsent(need.getKey(), order -> new ArrayList<>())
                        .add(need.getValue()));
        return wanted;
    }

    /** What may be picked today; a lot is good on the day of its expiry and not after. */
    Allocation.Free free(Tx tx, Collection<ItemId> items) {
        List<Allocation.Candidate> found = tx.query(FREE)
                .bindArray(
                        "items", String.class, items.stream().map(ItemId::value).toList())
                .bind("today", calendar.day(tx.site(), time.instant()).toString())
                .map((row, context) ->
                        new Allocation.Candidate(StockKey.read(row), row.getInt("walk"), row.getLong("free")))
                .list();
        return new Allocation.Free(found);
    }
}
