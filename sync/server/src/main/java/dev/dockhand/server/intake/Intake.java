package dev.dockhand.server.intake;

import dev.dockhand.model.file.FileText;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.NormalText;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.site.Brand;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Peppers;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.intake.ImportResult.Rejection;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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

    private static final int CHUNK = 500;

    private final Map<ImportKind, Loader<?>> loaders;
    private final Database database;
    private final Warehouses warehouses;
    private final Companies companies;
    private final Routing routing;
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
        FeedWriter feed = parts.feed();
        this.database = parts.database();
        this.warehouses = parts.warehouses();
        this.companies = parts.companies();
        this.routing = new Routing(database, companies, parts.availability());
        this.loaders = new EnumMap<>(Map.of(
                ImportKind.ITEMS,
                new Items(feed, parts.pictures()),
                ImportKind.LOCATIONS,
                new Locations(feed, parts.availability()),
                ImportKind.OPERATORS,
                new Operators(parts.database(), feed, parts.peppers(), parts.random()),
                ImportKind.ASNS,
                new Asns(feed),
                ImportKind.ORDERS,
                new OrderIntake(feed, parts.desk(), parts.time()),
                ImportKind.WAYBILLS,
                new Waybills(parts.database()),
                ImportKind.STOCK,
                new OpeningStock(feed, parts.ledger(), parts.desk(), parts.ids(), parts.time())));
    }

    /**
     * Imports a file. Into several warehouses of a company items go everywhere, and orders where their brands' rules say.
     *
     * @param sites the warehouses, of one company; at least one
     * @param only the brand whose things may be told, absent for all of the company
     * @throws ImportRefusedException when it cannot be read at all, or things of this kind belong into one warehouse; nothing
     *     was loaded then
     */
    public ImportResult load(List<Site> sites, ImportKind kind, ImportFile file, @Nullable BrandId only) {
        if (file.bytes().length > LARGEST) {
            throw new ImportRefusedException("TOO_LARGE", "the file has more than 50 MB. Nothing was loaded");
        }
        Loader<?> loader = loaders.get(kind);
        if (loader == null) {
            throw new IllegalStateException("nothing loads " + kind);
        }
        if (sites.size() > 1 && kind != ImportKind.ITEMS && kind != ImportKind.ORDERS) {
            throw new ImportRefusedException("WAREHOUSE_NEEDED", "name the warehouse that these belong to");
        }
        ImportResult result =
                load(loader, kind, reading(kind, file), new Into(sites, whole(sites.getFirst(), file, only)));
        LOG.info(
                "import of {} into {}: {} loaded, {} unchanged, {} refused",
                kind.text(),
                sites,
                result.loaded(),
                result.unchanged(),
                result.refused());
        return result;
    }

    /** The warehouse that an order of a company went to. */
    public Optional<WarehouseId> wentTo(CompanyId company, OrderId order) {
        return Optional.ofNullable(routing.went(company, List.of(order)).get(order.value()))
                .map(WarehouseId::new);
    }

    /** Where a file goes and what counts for each of its rows. */
    private record Into(List<Site> sites, Fields.Whole whole) {}

    private Fields.Whole whole(Site site, ImportFile file, @Nullable BrandId only) {
        Set<BrandId> brands = only == null
                ? companies.brands(site.company()).stream().map(Brand::id).collect(Collectors.toSet())
                : Set.of(only);
        return new Fields.Whole(warehouses.get(site), file.brand() == null ? only : file.brand(), brands);
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

    private <T> ImportResult load(Loader<T> loader, ImportKind kind, Reading reading, Into into) {
        Tally tally = new Tally();
        reading.rejected().forEach(tally::reject);
        tally.notice(reading.notices());
        List<Entry<T>> entries = read(kind, loader, reading.rows(), into.whole(), tally);
        for (int from = 0; from < entries.size(); from += CHUNK) {
            tally.add(load(loader, into.sites(), entries.subList(from, Math.min(from + CHUNK, entries.size()))));
            if (from == 0 && entries.size() > CHUNK) {
                database.lookAtNewTables();
            }
        }
        return tally.result();
    }

    private <T> Tally load(Loader<T> loader, List<Site> sites, List<Entry<T>> entries) {
        Tally tally = new Tally();
        if (sites.size() == 1) {
            tally.add(loader.load(sites.getFirst(), entries));
        } else if (loader instanceof OrderIntake orders) {
            @SuppressWarnings("unchecked")
            List<Entry<Order>> told = (List<Entry<Order>>) (List<?>) entries;
            routing.routed(sites.getFirst().company(), sites, told)
                    .forEach((site, some) -> tally.add(orders.load(site, some)));
        } else {
            // What each warehouse says is told once.
            tally.most(sites.stream().map(site -> loader.load(site, entries)).toList());
        }
        return tally;
    }

    private static <T> List<Entry<T>> read(
            ImportKind kind, Loader<T> loader, List<Row> rows, Fields.Whole whole, Tally tally) {
        List<Entry<T>> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (List<Row> group : groups(kind, rows)) {
            long line = group.getFirst().line();
            try {
                List<Notice> notices = new ArrayList<>();
                T thing = loader.read(group.stream()
                        .map(row -> new Fields(row, whole, notices))
                        .toList());
                tally.notice(notices);
                if (keys.add(loader.key(thing))) {
                    entries.add(new Entry<>(line, thing));
                } else {
                    tally.reject(new Rejection(
                            line, kind.key(), "TWICE", "stands twice in this file; the first one counts"));
                }
            } catch (BadFieldException e) {
                tally.reject(e.rejection());
            }
        }
        return entries;
    }

    private static List<List<Row>> groups(ImportKind kind, List<Row> rows) {
        if (!kind.isGrouped()) {
            return rows.stream().map(List::of).toList();
        }
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(key(row.text("brand")) + "/" + key(row.text(kind.key())), key -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(groups.values());
    }

    /** Rows belong together by what their key means, not by how it is written. */
    private static String key(String text) {
        try {
            return NormalText.identifier(Spreadsheet.identifier(text).text());
        } catch (Spreadsheet.DamagedException | IllegalArgumentException e) {
            return text;
        }
    }
}
