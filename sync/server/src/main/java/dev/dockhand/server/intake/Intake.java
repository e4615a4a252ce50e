package dev.dockhand.server.intake;

import dev.dockhand.model.file.FileText;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.order.Order;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Operators;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.catalogue.Locations;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.inbound.OpeningStock;
import dev.dockhand.server.order.NewOrders;
import dev.dockhand.server.order.OrderDesk;
import dev.dockhand.server.order.Routing;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports files. Every kind has a key; what is told again changes nothing, and what is told otherwise is brought up to
 * date. A bad row is named and left out; the good ones load.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** Largest file, in bytes. */
    public static final int LARGEST = 50 * 1024 * 1024;

    /** Files of more rows are taken in behind the request. */
    private static final int MOST_NOW = 500;

    private final Loaders loaders;
    private final Wholes wholes;
    private final Routing routing;
    private final Imports imports;
    private final ImportViews views;
    private final ImportTurns turns = new ImportTurns();

    /**
     * What the intake works with.
     *
     * @param database the database
     * @param feed writes what stations have to know
     * @param items where items go
     * @param locations where locations go
     * @param operators where operators go
     * @param stock where opening stock goes
     * @param orders where orders go
     * @param routing chooses the warehouses of orders
     * @param waybills where the numbers of carriers go
     * @param exceptions what a supervisor is asked
     * @param desk what becomes of orders and goods then
     * @param warehouses how each warehouse works
     * @param companies whose brands there are
     * @param ids makes identifiers
     * @param time the clock
     */
    public record Parts(
            Database database,
            FeedWriter feed,
            Items items,
            Locations locations,
            Operators operators,
            OpeningStock stock,
            NewOrders orders,
            Routing routing,
            WaybillPool waybills,
            Exceptions exceptions,
            OrderDesk desk,
            Warehouses warehouses,
            Companies companies,
            Ids ids,
            InstantSource time) {}

    /** Works with these. */
    public Intake(Parts parts) {
        this.routing = parts.routing();
        this.wholes = new Wholes(parts.warehouses(), parts.companies());
        this.loaders = Loaders.with(parts);
        this.imports = new Imports(
                parts.database(), parts.feed(), parts.ids(), new ImportStore(parts.time()), loaders, wholes);
        this.views = new ImportViews(parts.database(), parts.time());
    }

    /** What became of a file. */
    public sealed interface Taken {

        /**
         * A small one is loaded.
         *
         * @param result what became of its rows
         */
        record Loaded(ImportResult result) implements Taken {}

        /**
         * A large one is stored, and taken in from now on.
         *
         * @param id what it is known by
         */
        record Stored(String id) implements Taken {}
    }

    /**
     * Takes a file. Of several warehouses of a company items go into all, and orders where their brands' rules say.
     *
     * @param sites the warehouses, of one company; at least one
     * @param only the brand whose things may be told, absent for all of the company
     * @throws ImportRefusedException when it cannot be read at all, or things of this kind belong into one warehouse; nothing
     *     was loaded then
     */
    public Taken take(List<Site> sites, ImportKind kind, ImportFile file, @Nullable BrandId only) {
        if (file.bytes().length > LARGEST) {
            throw new ImportRefusedException("TOO_LARGE", "the file has more than 50 MB. Nothing was loaded");
        }
        if (sites.size() > 1 && kind != ImportKind.ITEMS && kind != ImportKind.ORDERS) {
            throw new ImportRefusedException("WAREHOUSE_NEEDED", "name the warehouse that these belong to");
        }
        Taken taken =
                take(sites, loaders.of(kind), new ImportStore.About(kind, file.brand(), only), reading(kind, file));
        LOG.info("import of {} into {}: {}", kind.text(), sites, taken);
        return taken;
    }

    /** The warehouse that an order of a company went to. */
    public Optional<WarehouseId> wentTo(CompanyId company, OrderId order) {
        return Optional.ofNullable(routing.went(company, List.of(order)).get(order.value()))
                .map(WarehouseId::new);
    }

    private <T> Taken take(List<Site> sites, Together<T> door, ImportStore.About about, Reading reading) {
        Tally tally = new Tally();
        reading.rejected().forEach(tally::reject);
        tally.notice(reading.notices());
        ImportKind kind = about.kind();
        Loader<T> loader = door.loader();
        Fields.Whole whole = wholes.of(sites.getFirst(), about.brand(), about.only());
        List<List<Row>> things = Entries.things(kind, reading.rows());
        // A PIN is stored nowhere, not even while it waits.
        boolean behind = reading.rows().size() > MOST_NOW && kind != ImportKind.OPERATORS;
        if (behind && !isRouted(sites, kind)) {
            // What the things are is not kept beside all their rows.
            List<List<Row>> good = Entries.read(kind, loader, things, whole, tally, Entry::rows);
            return new Taken.Stored(imports.add(about, everywhere(sites, good), tally.result()));
        }
        List<Entry<T>> entries = Entries.read(kind, loader, things, whole, tally);
        Map<Site, List<Entry<T>>> parts = isRouted(sites, kind) ? routed(sites, entries) : everywhere(sites, entries);
        if (behind) {
            Map<Site, List<List<Row>>> rows = new LinkedHashMap<>();
            parts.forEach((site, some) ->
                    rows.put(site, some.stream().map(Entry::rows).toList()));
            return new Taken.Stored(imports.add(about, rows, tally.result()));
        }
        List<Tally> loaded = parts.entrySet().stream()
                .map(part -> load(door, part.getKey(), part.getValue()))
                .toList();
        if (kind == ImportKind.ITEMS) {
            // What each warehouse says is told once.
            tally.most(loaded);
        } else {
            loaded.forEach(tally::add);
        }
        return new Taken.Loaded(tally.result());
    }

    private static boolean isRouted(List<Site> sites, ImportKind kind) {
        return sites.size() > 1 && kind == ImportKind.ORDERS;
    }

    private static <E> Map<Site, List<E>> everywhere(List<Site> sites, List<E> all) {
        Map<Site, List<E>> parts = new LinkedHashMap<>();
        sites.forEach(site -> parts.put(site, all));
        return parts;
    }

    private <T> Map<Site, List<Entry<T>>> routed(List<Site> sites, List<Entry<T>> entries) {
        List<Order> orders =
                entries.stream().map(entry -> (Order) entry.value()).toList();
        Map<OrderId, Site> route = routing.route(sites.getFirst().company(), sites, orders);
        Map<Site, List<Entry<T>>> parts = new LinkedHashMap<>();
        // Where all are refused, the first warehouse tells of it.
        parts.put(sites.getFirst(), new ArrayList<>());
        for (int i = 0; i < entries.size(); i++) {
            Site site = route.getOrDefault(orders.get(i).id(), sites.getFirst());
            parts.computeIfAbsent(site, one -> new ArrayList<>()).add(entries.get(i));
        }
        return parts;
    }

    private static <T> Tally load(Together<T> door, Site site, List<Entry<T>> entries) {
        Tally tally = new Tally();
        Loader<T> loader = door.loader();
        int atOnce = loader.atOnce();
        for (int from = 0; from < entries.size(); from += atOnce) {
            List<Entry<T>> some = entries.subList(from, Math.min(from + atOnce, entries.size()));
            List<T> prepared =
                    loader.prepared(site, some.stream().map(Entry::value).toList());
            tally.add(door.load(
                    site,
                    IntStream.range(0, some.size())
                            .mapToObj(n -> some.get(n).with(prepared.get(n)))
                            .toList()));
        }
        if (tally.hasLoaded()) {
            loader.loaded(site);
        }
        return tally;
    }

    /** Those that are taken in behind their requests. */
    public Imports imports() {
        return imports;
    }

    /** What became of them. */
    public ImportViews views() {
        return views;
    }

    /** A turn at importing a file, taken while it is read. */
    public ImportTurns.Turn turn() {
        return turns.next();
    }

    private static Reading reading(ImportKind kind, ImportFile file) {
        if (file.format() == ImportFile.Format.XLSX || SheetRows.isWorkbook(file.bytes())) {
            return SheetRows.read(kind, file.bytes(), file.sheet());
        }
        FileText text = file.text();
        return file.format() == ImportFile.Format.CSV ? CsvRows.read(kind, text) : JsonRows.read(kind, text);
    }
}
