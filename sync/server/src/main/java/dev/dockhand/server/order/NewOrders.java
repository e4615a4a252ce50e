package dev.dockhand.server.order;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.order.OrderLine;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.store.Admission;
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
public final class NewOrders {

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
    private final Availability availability;
    private final OrderDesk desk;
    private final InstantSource time;

    /** Works with these. */
    public NewOrders(Warehouses warehouses, Availability availability, OrderDesk desk, InstantSource time) {
        this.warehouses = warehouses;
        this.availability = availability;
        this.desk = desk;
        this.time = time;
    }

    /**
     * Takes orders in, no two of them the same, and says of each in its order what became of it. Nobody else takes any into this
     * warehouse meanwhile.
     */
    public List<Admission> accept(Tx tx, List<Order> orders) {
        Map<String, String> hashes = hashes(tx, orders);
        Set<String> items = knownItems(tx, orders);
        Map<OrderId, Admission> became = new HashMap<>();
        List<Fresh> fresh = new ArrayList<>();
        for (Order order : orders) {
            String hash = OrderTable.hash(order);
            String known = hashes.get(order.id().value());
            if (known == null) {
                fresh(tx, order, hash, items, became).ifPresent(fresh::add);
            } else {
                became.put(
                        order.id(),
                        known.equals(hash)
                                ? Admission.UNCHANGED
                                : Admission.refused(
                                        "order",
                                        "ORDER_DIFFERS",
                                        "this order number was taken before with other content"));
            }
        }
        promise(tx, claimed(tx, fresh, became));
        return orders.stream()
                .map(order -> became.getOrDefault(order.id(), Admission.LOADED))
                .toList();
    }

    /**
     * An order that is not known yet.
     *
     * @param order the order
     * @param hash tells its content from another
     * @param cutOff when it must leave
     */
    record Fresh(Order order, String hash, Instant cutOff) {

        String id() {
            return order.id().value();
        }

        private Map<ItemId, Integer> wanted() {
            Map<ItemId, Integer> wanted = new HashMap<>();
            order.lines()
                    .forEach(line -> wanted.merge(line.item(), line.quantity().units(), Integer::sum));
            return wanted;
        }
    }

    private Optional<Fresh> fresh(Tx tx, Order order, String hash, Set<String> items, Map<OrderId, Admission> became) {
        Optional<OrderLine> unknown = order.lines().stream()
                .filter(line -> !items.contains(line.item().value()))
                .findFirst();
        if (unknown.isPresent()) {
            became.put(
                    order.id(),
                    Admission.refused(
                            "sku",
                            "UNKNOWN_SKU",
                            "line %d: there is no item %s"
                                    .formatted(
                                            unknown.get().line(), unknown.get().item())));
            return Optional.empty();
        }
        Optional<Instant> cutOff = cutOff(tx, order);
        if (cutOff.isEmpty()) {
            became.put(
                    order.id(),
                    Admission.refused(
                            "cut_off",
                            "NO_CUT_OFF",
                            "it names no time, and the warehouse knows none of %s %s"
                                    .formatted(order.carrier(), order.service())));
        }
        return cutOff.map(at -> new Fresh(order, hash, at));
    }

    /** The time that the order names, else the next one of its carrier and service at its warehouse. */
    private Optional<Instant> cutOff(Tx tx, Order order) {
        return Optional.ofNullable(order.cutOff())
                .or(() -> warehouses.get(tx.site()).nextCutOff(order.carrier(), order.service(), time.instant()));
    }

    /** Takes order numbers for this warehouse; those that another one has, also since a moment, stay there. */
    private static List<Fresh> claimed(Tx tx, List<Fresh> fresh, Map<OrderId, Admission> became) {
        if (fresh.isEmpty()) {
            return fresh;
        }
        List<String> orders = fresh.stream().map(Fresh::id).sorted().toList();
        tx.update(CLAIM).bindArray("orders", String.class, orders).execute();
        Map<String, String> elsewhere = tx
                .query(ELSEWHERE)
                .bindArray("orders", String.class, orders)
                .map((row, context) -> Map.entry(row.getString("order_id"), row.getString("warehouse")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Fresh> claimed = new ArrayList<>();
        for (Fresh one : fresh) {
            String warehouse = elsewhere.get(one.id());
            if (warehouse == null) {
                claimed.add(one);
            } else {
                became.put(
                        one.order().id(),
                        Admission.refused(
                                "order", "ORDER_ELSEWHERE", "this order number was taken by warehouse " + warehouse));
            }
        }
        return claimed;
    }

    /** In their order: what falls short is dealt with before the next one is promised anything. */
    private void promise(Tx tx, List<Fresh> orders) {
        List<Fresh> left = orders;
        while (!left.isEmpty()) {
            int promised =
                    availability.promise(tx, left.stream().map(Fresh::wanted).toList());
            OrderTable.add(tx, left.subList(0, promised), true, time.instant());
            if (promised == left.size()) {
                return;
            }
            Fresh fellShort = left.get(promised);
            OrderTable.add(tx, List.of(fellShort), false, time.instant());
            desk.fellShort(tx, fellShort.order().id());
            left = left.subList(promised + 1, left.size());
        }
    }

    private Map<String, String> hashes(Tx tx, List<Order> orders) {
        Map<String, String> hashes = new HashMap<>();
        tx.query(HASHES)
                .bindArray(
                        "orders",
                        String.class,
                        orders.stream().map(order -> order.id().value()).toList())
                .map((row, context) -> Map.entry(row.getString("order_id"), row.getString("content_hash")))
                .forEach(known -> hashes.put(known.getKey(), known.getValue()));
        return hashes;
    }

    /** Also locks what these orders may be promised, in one order for everybody. */
    private Set<String> knownItems(Tx tx, List<Order> orders) {
        Set<String> items = new TreeSet<>();
        orders.forEach(
                order -> order.lines().forEach(line -> items.add(line.item().value())));
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
