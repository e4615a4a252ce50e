package dev.dockhand.server.order;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.order.OrderLine;
import dev.dockhand.model.site.Brand;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Chooses the warehouse of each order by its brand's order of preference: the first that has everything, or where none has, the
 * first. An order stays where it went.
 */
public final class Routing {

    private static final String WENT = """
        SELECT order_id, warehouse FROM order_warehouse WHERE company = :company AND order_id = ANY(:orders)\
        """;

    private final Database database;
    private final Companies companies;
    private final Availability availability;

    /** Works with these. */
    public Routing(Database database, Companies companies, Availability availability) {
        this.database = database;
        this.companies = companies;
        this.availability = availability;
    }

    /**
     * The warehouses of orders of a company.
     *
     * @param sites the warehouses to choose from
     */
    public Map<OrderId, Site> route(CompanyId company, List<Site> sites, List<Order> orders) {
        Map<String, String> went = went(company, orders.stream().map(Order::id).toList());
        Map<BrandId, List<Site>> preferred = preferred(company, sites);
        Map<Site, Map<ItemId, Long>> free = free(sites, orders);
        Map<OrderId, Site> route = new HashMap<>();
        for (Order order : orders) {
            List<Site> choices = preferred.getOrDefault(order.id().brand(), sites);
            String before = went.get(order.id().value());
            route.put(
                    order.id(),
                    before == null
                            ? choose(order, choices.isEmpty() ? sites : choices, free)
                            : new Site(company, new WarehouseId(before)));
        }
        return route;
    }

    /** The warehouses of those that went to one before. */
    public Map<String, String> went(CompanyId company, List<OrderId> orders) {
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

    private Map<Site, Map<ItemId, Long>> free(List<Site> sites, List<Order> orders) {
        List<ItemId> items = orders.stream()
                .flatMap(order -> order.lines().stream().map(OrderLine::item))
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
