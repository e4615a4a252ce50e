package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.site.Brand;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Operators;
import dev.dockhand.server.access.Peppers;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.catalogue.Locations;
import dev.dockhand.server.inbound.Asns;
import dev.dockhand.server.inbound.OpeningStock;
import dev.dockhand.server.intake.ImportFile;
import dev.dockhand.server.intake.ImportKind;
import dev.dockhand.server.intake.ImportResult;
import dev.dockhand.server.intake.ImportRow;
import dev.dockhand.server.intake.ImportViews;
import dev.dockhand.server.intake.Intake;
import dev.dockhand.server.intake.Notice;
import dev.dockhand.server.order.NewOrders;
import dev.dockhand.server.order.OrderDesk;
import dev.dockhand.server.order.Routing;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A warehouse that takes files in. Orders are promised from the real availability and stay where they are. */
public final class TestIntake {

    private static final List<String> BRANDS = List.of("b", "mori");

    private final TestWarehouse warehouse;
    public final Intake intake;
    public final Peppers peppers;

    public TestIntake(Database database, Site site) {
        warehouse = new TestWarehouse(database, site);
        peppers = new Peppers(database, new SecureRandom());
        Companies companies = new Companies(database, warehouse.time);
        Warehouses warehouses = new Warehouses(database, warehouse.feed, warehouse.time);
        companies.ensure(site.company());
        warehouses.put(site.company(), Warehouse.usual(site.warehouse(), ServerSettings.SEOUL));
        for (String brand : BRANDS) {
            companies.put(site.company(), new Brand(new BrandId(brand), brand, List.of(), ShortRule.ASK));
        }
        OrderDesk desk = new Desk(warehouse);
        intake = new Intake(new Intake.Parts(
                database,
                warehouse.feed,
                new Items(new Pictures(database, warehouse.feed, Items::find, warehouse.time)),
                new Locations(warehouse.availability),
                new Operators(database, peppers, new SecureRandom()),
                new OpeningStock(warehouse.ledger, warehouse.ids, warehouse.time),
                new NewOrders(warehouses, warehouse.availability, desk, warehouse.time),
                new Routing(database, companies, warehouse.availability),
                warehouse.waybills,
                warehouse.exceptions,
                desk,
                warehouses,
                companies,
                warehouse.ids,
                warehouse.time));
    }

    public Site site() {
        return warehouse.site;
    }

    /** Imports a file for the whole company. */
    public ImportResult load(ImportKind kind, ImportFile file) {
        return switch (intake.take(List.of(warehouse.site), kind, file, null)) {
            case Intake.Taken.Loaded loaded -> loaded.result();
            case Intake.Taken.Stored stored -> behind(stored.id());
        };
    }

    private ImportResult behind(String id) {
        intake.imports().round(List.of(warehouse.site));
        List<Scope> scopes = List.of(Scope.of(warehouse.site));
        ImportViews.View view = intake.views().find(scopes, id).orElseThrow();
        assertThat(view.endedAt()).isNotNull();
        List<ImportRow> rows = intake.views().rows(scopes, id, ImportRow.Key.START, 1000);
        return new ImportResult(
                view.loaded(),
                view.unchanged(),
                view.refused(),
                rows.stream()
                        .filter(ImportRow::refused)
                        .map(row -> new ImportResult.Rejection(row.line(), row.field(), row.code(), row.message()))
                        .toList(),
                rows.stream()
                        .filter(row -> !row.refused())
                        .map(row -> new Notice(row.line(), row.field(), row.code(), row.message()))
                        .toList());
    }

    private record Desk(TestWarehouse warehouse) implements OrderDesk {

        @Override
        public void fellShort(Tx tx, OrderId order) {
            warehouse.orders.fellShort(tx, order);
        }

        @Override
        public void ordersCame(Site site) {}

        @Override
        public void goodsCame(Site site) {}
    }

    public TestIntake item(String sku) {
        warehouse.item(sku);
        return this;
    }

    public TestIntake location(String code, String kind) {
        warehouse.location(code, kind, 1);
        return this;
    }

    public Map<ItemId, Item> items(String sku) {
        return warehouse.database.read(warehouse.site, tx -> Items.find(tx, List.of(new ItemId("b/" + sku))));
    }

    public Location location(String code) {
        LocationCode key = new LocationCode(code);
        return Objects.requireNonNull(warehouse.database.read(
                warehouse.site, tx -> Locations.find(tx, List.of(key)).get(key)));
    }

    public Operator operator(String id) {
        OperatorId key = new OperatorId(id);
        return Objects.requireNonNull(warehouse.database.read(
                warehouse.site, tx -> Operators.find(tx, List.of(key)).get(key)));
    }

    public List<OperatorId> operators() {
        return warehouse.database.read(
                warehouse.site,
                tx -> tx.query("SELECT operator_id FROM operator WHERE company = :company AND warehouse = :warehouse")
                        .map((row, context) -> new OperatorId(row.getString(1)))
                        .list());
    }

    public Asn asn(String number) {
        AsnId key = new AsnId("b/" + number);
        return Objects.requireNonNull(warehouse.database.read(
                warehouse.site, tx -> Asns.find(tx, List.of(key)).get(key)));
    }

    public void received(String asn, int line, int units) {
        warehouse.execute(
                "UPDATE asn_line SET received = :units WHERE company = :company AND warehouse = :warehouse "
                        + "AND asn = :asn AND line = :line",
                Map.of("asn", "b/" + asn, "line", line, "units", units));
    }

    public long sellable(String sku) {
        return level("sellable", sku);
    }

    public long promised(String sku) {
        return level("promised", sku);
    }

    private long level(String column, String sku) {
        return warehouse.database.read(
                warehouse.site,
                tx -> tx.query("SELECT COALESCE(sum(" + column + "), 0) FROM availability "
                                + "WHERE company = :company AND warehouse = :warehouse AND item = :item")
                        .bind("item", "b/" + sku)
                        .mapTo(Long.class)
                        .one());
    }

    public String state(String order) {
        return warehouse.database.read(
                warehouse.site,
                tx -> tx.query("SELECT state FROM orders "
                                + "WHERE company = :company AND warehouse = :warehouse AND order_id = :order")
                        .bind("order", "b/" + order)
                        .mapTo(String.class)
                        .one());
    }

    public void execute(String sql, Map<String, ?> values) {
        warehouse.execute(sql, values);
    }

    public long number(String sql) {
        return warehouse.number(sql);
    }

    public String text(String sql) {
        return warehouse.database.read(
                warehouse.site, tx -> tx.query(sql).mapTo(String.class).one());
    }

    /** Every change that the stations are told, as JSON. */
    public List<String> feed() {
        return warehouse
                .database
                .read(
                        warehouse.site,
                        tx -> tx.query("SELECT body FROM feed "
                                        + "WHERE company = :company AND warehouse = :warehouse ORDER BY position")
                                .mapTo(String.class)
                                .list())
                .stream()
                .flatMap(body -> body.lines())
                .filter(change -> !change.startsWith("{\"type\":\"warehouse\""))
                .toList();
    }
}
