package dev.dockhand.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.order.OrderLine;
import dev.dockhand.model.order.Party;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Takes orders in. A number is taken once: the same content again is the same order, other content is refused. Stock is
 * promised in the transaction that stores the order, so what is accepted is never oversold.
 */
final class OrderIntake implements Loader<Order> {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int AT_ONCE = 25;

    private static final String HASHES = """
        SELECT order_id, content_hash FROM orders
        WHERE company = :company AND warehouse = :warehouse AND order_id = ANY(:orders)\
        """;

    private static final String ITEMS = """
        SELECT item FROM item WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items)\
        """;

    private static final String LOCK_STOCK = """
        SELECT item FROM availability
        WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items) ORDER BY item FOR UPDATE\
        """;

    private static final String ADD = """
        INSERT INTO orders (company, warehouse, order_id, carrier, service, cut_off, state, content_hash,
            accepted_at)
        VALUES (:company, :warehouse, :order, :carrier, :service, :cut_off, :state, :hash, :now)\
        """;

    private static final String ADD_PARTY = """
        INSERT INTO order_party (company, warehouse, order_id, body)
        VALUES (:company, :warehouse, :order, :body)\
        """;

    private static final String ADD_LINE = """
        INSERT INTO order_line (company, warehouse, order_id, line, item, quantity, promised)
        VALUES (:company, :warehouse, :order, :line, :item, :quantity, :promised)\
        """;

    private final FeedWriter feed;
    private final OrderDesk desk;
    private final Site site;
    private final InstantSource time;

    OrderIntake(FeedWriter feed, OrderDesk desk, Site site, InstantSource time) {
        this.feed = feed;
        this.desk = desk;
        this.site = site;
        this.time = time;
    }

    /**
     * The personal data of an order, as it is stored.
     *
     * @param sender the shop
     * @param recipient the customer
     * @param message what the customer asks of the driver
     */
    private record Personal(Party sender, Party recipient, String message) {}

    @Override
    public Order read(List<Fields> rows) throws BadFieldException {
        return OrderRows.read(rows);
    }

    @Override
    public String key(Order order) {
        return order.id().value();
    }

    @Override
    public Tally load(List<Entry<Order>> entries) {
        Tally tally = new Tally();
        boolean promised = false;
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            List<Entry<Order>> some = entries.subList(from, Math.min(from + AT_ONCE, entries.size()));
            Loaded loaded = feed.inTransaction(site, (handle, changes) -> load(handle, changes, some));
            tally.add(loaded.tally());
            promised |= loaded.promised();
        }
        if (promised) {
            desk.ordersCame();
        }
        return tally;
    }

    private record Loaded(Tally tally, boolean promised) {}

    private Loaded load(Handle handle, Changes changes, List<Entry<Order>> entries) {
        Meta.lock(handle, site);
        Tally tally = new Tally();
        Map<String, String> hashes = hashes(handle, entries);
        Set<String> items = knownItems(handle, entries);
        boolean promised = false;
        for (Entry<Order> entry : entries) {
            Order order = entry.value();
            String hash = EventCodec.hash(json(order).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Optional<ImportResult.Rejection> refused = refused(entry, hashes.get(key(order)), hash, items);
            if (refused.isPresent()) {
                tally.reject(refused.get());
            } else if (hashes.containsKey(key(order))) {
                tally.unchanged();
            } else {
                promised |= accept(handle, changes, order, hash);
                tally.loaded();
            }
        }
        return new Loaded(tally, promised);
    }

    private static Optional<ImportResult.Rejection> refused(
            Entry<Order> entry, @org.jspecify.annotations.Nullable String known, String hash, Set<String> items) {
        if (known != null) {
            return known.equals(hash)
                    ? Optional.empty()
                    : Optional.of(entry.rejected(
                            "order", "ORDER_DIFFERS", "this order number was taken before with other content"));
        }
        return entry.value().lines().stream()
                .filter(line -> !items.contains(line.item().value()))
                .findFirst()
                .map(line -> entry.rejected(
                        "sku", "UNKNOWN_SKU", "line %d: there is no item %s".formatted(line.line(), line.item())));
    }

    private boolean accept(Handle handle, Changes changes, Order order, String hash) {
        Map<ItemId, Integer> wanted = new HashMap<>();
        order.lines().forEach(line -> wanted.merge(line.item(), line.quantity().units(), Integer::sum));
        boolean promised = desk.promise(handle, changes, order.id(), wanted);
        site.bindTo(handle.createUpdate(ADD))
                .bind("order", key(order))
                .bind("carrier", order.carrier().value())
                .bind("service", order.service())
                .bind("cut_off", OffsetDateTime.ofInstant(order.cutOff(), ZoneOffset.UTC))
                .bind("state", promised ? "PROMISED" : "WAITING")
                .bind("hash", hash)
                .bind("now", OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC))
                .execute();
        site.bindTo(handle.createUpdate(ADD_PARTY))
                .bind("order", key(order))
                .bind("body", json(new Personal(order.sender(), order.recipient(), order.message())))
                .execute();
        addLines(handle, order, promised);
        return promised;
    }

    private void addLines(Handle handle, Order order, boolean promised) {
        PreparedBatch batch = handle.prepareBatch(ADD_LINE);
        for (OrderLine line : order.lines()) {
            site.bindTo(batch)
                    .bind("order", key(order))
                    .bind("line", line.line())
                    .bind("item", line.item().value())
                    .bind("quantity", line.quantity().units())
                    .bind("promised", promised ? line.quantity().units() : 0)
                    .add();
        }
        batch.execute();
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written as JSON", e);
        }
    }

    private Map<String, String> hashes(Handle handle, List<Entry<Order>> entries) {
        Map<String, String> hashes = new HashMap<>();
        site.bindTo(handle.createQuery(HASHES))
                .bindArray(
                        "orders",
                        String.class,
                        entries.stream().map(entry -> key(entry.value())).toList())
                .map((row, context) -> Map.entry(row.getString("order_id"), row.getString("content_hash")))
                .forEach(known -> hashes.put(known.getKey(), known.getValue()));
        return hashes;
    }

    /** Also locks what these orders may be promised, in one order for everybody. */
    private Set<String> knownItems(Handle handle, List<Entry<Order>> entries) {
        Set<String> items = new TreeSet<>();
        entries.forEach(entry ->
                entry.value().lines().forEach(line -> items.add(line.item().value())));
        site.bindTo(handle.createQuery(LOCK_STOCK))
                .bindArray("items", String.class, List.copyOf(items))
                .mapTo(String.class)
                .list();
        return new HashSet<>(site.bindTo(handle.createQuery(ITEMS))
                .bindArray("items", String.class, List.copyOf(items))
                .mapTo(String.class)
                .list());
    }
}
