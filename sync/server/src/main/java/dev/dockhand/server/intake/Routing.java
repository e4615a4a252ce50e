package dev.dockhand.server.intake;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.site.Brand;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Chooses the warehouse of each order by its brand's order of preference: the first that has everything, or where none has, the
 * first. An order stays where it went.
 */
final class Routing {

    private static final String WENT = """
        SELECT order_id, warehouse FROM order_warehouse WHERE company = :company AND order_id = ANY(:orders)\
        """;

    private final Database database;
    private final Companies companies;
    private final Availability availability;

    Routing(Database database, Companies companies, Availability availability) {
        this.database = database;
        this.companies = companies;
        this.availability = availability;
    }

    /**
     * The warehouses of orders of a company.
     *
     * @param sites the warehouses to choose from
     */
    Map<Site, List<Entry<Order>>> routed(CompanyId company, List<Site> sites, List<Entry<Order>> orders) {
        Map<String, String> went =
                went(company, orders.stream().map(entry -> entry.value().id()).toList());
        Map<BrandId, List<Site>> preferred = preferred(company, sites);
        Map<Site, Map<ItemId, Long>> free = free(sites, orders);
        Map<Site, List<Entry<Order>>> routed = new LinkedHashMap<>();
        for (Entry<Order> entry : orders) {
            Order order = entry.value();
            List<Site> choices = preferred.getOrDefault(order.id().brand(), sites);
            String before = went.get(order.id().value());
            Site site = before == null
                    ? choose(order, choices.isEmpty() ? sites : choices, free)
                    : new Site(company, new WarehouseId(before));
            routed.computeIfAbsent(site, key -> new ArrayList<>()).add(entry);
        }
        return routed;
    }

    /** The warehouses of those that went to one before. */
    Map<String, String> went(CompanyId company, List<OrderId> orders) {
        return database.readCompany(
                company,
                rows -> rows
                        .query(WENT)
                        .bindArray(
                                "orders",
                                String.class,
                                orders.stream().map(OrderId::value).toList())
                        .map((row, context) -> Map.entry(row.getString("order_id"), row.getString("warehouse")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Map<BrandId, List<Site>> preferred(CompanyId company, List<Site> sites) {
        return companies.brands(company).stream()
                .collect(Collectors.toMap(
                        Brand::id,
                        brand -> brand.warehouses().stream()
                                .map(warehouse -> new Site(company, warehouse))
                                .filter(sites::contains)
                                .toList()));
    }

    private Map<Site, Map<ItemId, Long>> free(List<Site> sites, List<Entry<Order>> orders) {
        List<ItemId> items = orders.stream()
                .flatMap(entry -> entry.value().lines().stream().map(line -> line.item()))
                .distinct()
                .toList();
        Map<Site, Map<ItemId, Long>> free = new HashMap<>();
        for (Site site : sites) {
            free.put(
                    site,
                    database.read(site, tx -> availability.levels(tx, items)).stream()
                            .collect(Collectors.toMap(
                                    Availability.Level::item, Availability.Level::availableToPromise)));
        }
        return free;
    }

    /** What is chosen here may be promised to somebody else meanwhile; then the order waits there. */
    private static Site choose(Order order, List<Site> choices, Map<Site, Map<ItemId, Long>> free) {
        Map<ItemId, Long> wanted = new HashMap<>();
        order.lines()
                .forEach(
                        line -> wanted.merge(line.item(), (long) line.quantity().units(), Long::sum));
        for (Site site : choices) {
            Map<ItemId, Long> there = free.getOrDefault(site, Map.of());
            if (wanted.entrySet().stream().allMatch(want -> there.getOrDefault(want.getKey(), 0L) >= want.getValue())) {
                wanted.forEach((item, units) -> there.merge(item, -units, Long::sum));
                return site;
            }
        }
        return choices.getFirst();
    }
}
