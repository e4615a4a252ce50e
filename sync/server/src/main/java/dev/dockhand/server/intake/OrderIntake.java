package dev.dockhand.server.intake;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.order.OrderLine;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes orders in. A number is taken once: the same content again is the same order, other content is refused. Stock is
 * promised in the transaction that stores the order, so what is accepted is never oversold.
 */
final class OrderIntake implements Loader<Order> {

    /** Whoever else wants this stock waits so long. */
    private static final int ORDERS_AT_ONCE = 25;

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

    /** Who comes second waits here for who came first. */
    private static final String CLAIM = """
        INSERT INTO order_warehouse (company, order_id, warehouse)
        SELECT :company, key, :warehouse FROM unnest(:orders) AS key ORDER BY key ON CONFLICT DO NOTHING\
        """;

    private static final String ELSEWHERE = """
        SELECT order_id, warehouse FROM order_warehouse
        WHERE company = :company AND order_id = ANY(:orders) AND warehouse <> :warehouse\
        """;

    private final Warehouses warehouses;
    private final OrderDesk desk;
    private final InstantSource time;

    OrderIntake(Warehouses warehouses, OrderDesk desk, InstantSource time) {
        this.warehouses = warehouses;
        this.desk = desk;
        this.time = time;
    }

    @Override
    public Order read(List<Fields> rows) throws BadFieldException {
        return OrderRows.read(rows);
    }

    @Override
    public String key(Order order) {
        return order.id().value();
    }

    @Override
    public int atOnce() {
        return ORDERS_AT_ONCE;
    }

    @Override
    public void loaded(Site site) {
        desk.ordersCame(site);
    }

    @Override
    public Tally load(Tx tx, List<Entry<Order>> entries) {
        Tally tally = new Tally();
        Map<String, String> hashes = hashes(tx, entries);
        Set<String> items = knownItems(tx, entries);
        List<Fresh> fresh = new ArrayList<>();
        for (Entry<Order> entry : entries) {
            String hash = OrderTable.hash(entry.value());
            String known = hashes.get(key(entry.value()));
            if (known == null) {
                fresh(tx, entry, hash, items, tally).ifPresent(fresh::add);
            } else if (known.equals(hash)) {
                tally.unchanged();
            } else {
                tally.reject(entry.rejected(
                        "order", "ORDER_DIFFERS", "this order number was taken before with other content"));
            }
        }
        Map<String, String> elsewhere = claim(tx, fresh);
        for (Fresh one : fresh) {
            String warehouse = elsewhere.get(key(one.order()));
            if (warehouse == null) {
                accept(tx, one);
                tally.loaded();
            } else {
                tally.reject(one.entry()
                        .rejected("order", "ORDER_ELSEWHERE", "this order number was taken by warehouse " + warehouse));
            }
        }
        return tally;
    }

    /** An order that is not known yet. */
    private record Fresh(Entry<Order> entry, String hash, Instant cutOff) {

        Order order() {
            return entry.value();
        }
    }

    private Optional<Fresh> fresh(Tx tx, Entry<Order> entry, String hash, Set<String> items, Tally tally) {
        Order order = entry.value();
        Optional<OrderLine> unknown = order.lines().stream()
                .filter(line -> !items.contains(line.item().value()))
                .findFirst();
        if (unknown.isPresent()) {
            tally.reject(entry.rejected(
                    "sku",
                    "UNKNOWN_SKU",
                    "line %d: there is no item %s"
                            .formatted(unknown.get().line(), unknown.get().item())));
            return Optional.empty();
        }
        Optional<Instant> cutOff = cutOff(tx, order);
        if (cutOff.isEmpty()) {
            tally.reject(entry.rejected(
                    "cut_off",
                    "NO_CUT_OFF",
                    "it names no time, and the warehouse knows none of %s %s"
                            .formatted(order.carrier(), order.service())));
        }
        return cutOff.map(time -> new Fresh(entry, hash, time));
    }

    /** The time that the order names, else the next one of its carrier and service at its warehouse. */
    private Optional<Instant> cutOff(Tx tx, Order order) {
        return Optional.ofNullable(order.cutOff())
                .or(() -> warehouses.get(tx.site()).nextCutOff(order.carrier(), order.service(), time.instant()));
    }

    /** Takes order numbers for this warehouse; those that another one has, also since a moment, stay there. */
    private static Map<String, String> claim(Tx tx, List<Fresh> fresh) {
        List<String> orders =
                fresh.stream().map(one -> one.order().id().value()).sorted().toList();
        tx.update(CLAIM).bindArray("orders", String.class, orders).execute();
        return tx
                .query(ELSEWHERE)
                .bindArray("orders", String.class, orders)
                .map((row, context) -> Map.entry(row.getString("order_id"), row.getString("warehouse")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void accept(Tx tx, Fresh fresh) {
        Order order = fresh.order();
        Map<ItemId, Integer> wanted = new HashMap<>();
        order.lines().forEach(line -> wanted.merge(line.item(), line.quantity().units(), Integer::sum));
        boolean promised = desk.promise(tx, wanted);
        OrderTable.add(tx, order, fresh.cutOff(), fresh.hash(), promised, time.instant());
        if (!promised) {
            desk.fellShort(tx, order.id());
        }
    }

    private Map<String, String> hashes(Tx tx, List<Entry<Order>> entries) {
        Map<String, String> hashes = new HashMap<>();
        tx.query(HASHES)
                .bindArray(
                        "orders",
                        String.class,
                        entries.stream().map(entry -> key(entry.value())).toList())
                .map((row, context) -> Map.entry(row.getString("order_id"), row.getString("content_hash")))
                .forEach(known -> hashes.put(known.getKey(), known.getValue()));
        return hashes;
    }

    /** Also locks what these orders may be promised, in one order for everybody. */
    private Set<String> knownItems(Tx tx, List<Entry<Order>> entries) {
        Set<String> items = new TreeSet<>();
        entries.forEach(entry ->
                entry.value().lines().forEach(line -> items.add(line.item().value())));
        tx.query(LOCK_STOCK)
                .bindArray("items", String.class, List.copyOf(items))
                .mapTo(String.class)
                .list();
        return new HashSet<>(tx.query(ITEMS)
                .bindArray("items", String.class, List.copyOf(items))
                .mapTo(String.class)
                .list());
    }
}
