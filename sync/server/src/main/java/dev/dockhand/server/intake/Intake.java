package dev.dockhand.server.intake;

import dev.dockhand.model.file.FileText;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.order.Order;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Peppers;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
    private final Database database;
    private final Wholes wholes;
    private final Routing routing;
    private final Imports imports;
    private final ImportViews views;
    private final ImportTurns turns = new ImportTurns();

    /**
     * What an intake works with.
     *
     * @param database the database
     * @param feed where stations are told
     * @param ledger stock ledger
     * @param availability what may be sold
     * @param pictures pictures of items
     * @param peppers what PINs are hashed with
     * @param desk what becomes of orders
     * @param ids makes identifiers
     * @param time the clock
     * @param warehouses how each warehouse works
     * @param companies whose brands there are
     * @param random a cryptographic source, for salts
     */
    public record Parts(
            Database database,
            FeedWriter feed,
            Ledger ledger,
            Availability availability,
            Pictures pictures,
            Peppers peppers,
            OrderDesk desk,
            Ids ids,
            InstantSource time,
            Warehouses warehouses,
            Companies companies,
            RandomGenerator random) {}

    /** Works with these. */
    public Intake(Parts parts) {
        this.database = parts.database();
        FeedWriter feed = parts.feed();
        this.wholes = new Wholes(parts.warehouses(), parts.companies());
        this.routing = new Routing(database, parts.companies(), parts.availability());
        this.loaders = Loaders.of(
                feed,
                Map.of(
                        ImportKind.ITEMS,
                        new Items(parts.pictures()),
                        ImportKind.LOCATIONS,
                        new Locations(parts.availability()),
                        ImportKind.OPERATORS,
                        new Operators(database, parts.peppers(), parts.random()),
                        ImportKind.ASNS,
                        new Asns(),
                        ImportKind.ORDERS,
                        new OrderIntake(parts.warehouses(), parts.desk(), parts.time()),
                        ImportKind.WAYBILLS,
                        new Waybills(),
                        ImportKind.STOCK,
                        new OpeningStock(parts.ledger(), parts.desk(), parts.ids(), parts.time())));
        this.imports = new Imports(database, feed, parts.ids(), new ImportStore(parts.time()), loaders, wholes);
        this.views = new ImportViews(database, parts.time());
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

    @SuppressWarnings("unchecked")
    private <T> Map<Site, List<Entry<T>>> routed(List<Site> sites, List<Entry<T>> entries) {
        List<Entry<Order>> orders = (List<Entry<Order>>) (List<?>) entries;
        Map<Site, List<Entry<T>>> parts = new LinkedHashMap<>();
        // Where all are refused, the first warehouse tells of it.
        parts.put(sites.getFirst(), List.of());
        parts.putAll((Map<Site, List<Entry<T>>>)
                (Map<?, ?>) routing.routed(sites.getFirst().company(), sites, orders));
        return parts;
    }

    private static <T> Tally load(Together<T> door, Site site, List<Entry<T>> entries) {
        Tally tally = new Tally();
        Loader<T> loader = door.loader();
        int atOnce = loader.atOnce();
        for (int from = 0; from < entries.size(); from += atOnce) {
            List<Entry<T>> some = loader.prepared(site, entries.subList(from, Math.min(from + atOnce, entries.size())));
            tally.add(door.load(site, some));
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
