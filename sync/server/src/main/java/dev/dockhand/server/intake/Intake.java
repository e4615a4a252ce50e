package dev.dockhand.server.intake;

import dev.dockhand.model.file.FileText;
import dev.dockhand.model.id.NormalText;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.intake.ImportResult.Rejection;
import dev.dockhand.server.people.Peppers;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
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
    private final ZoneId zone;

    private final ImportTurns turns = new ImportTurns();

    private Intake(Database database, ZoneId zone, Map<ImportKind, Loader<?>> loaders) {
        this.database = database;
        this.zone = zone;
        this.loaders = new EnumMap<>(loaders);
    }

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
     * @param zone time zone of the warehouse
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
            ZoneId zone,
            RandomGenerator random) {}

    /** An intake for one warehouse. */
    public static Intake of(Site site, Parts parts) {
        FeedWriter feed = parts.feed();
        return new Intake(
                parts.database(),
                parts.zone(),
                Map.of(
                        ImportKind.ITEMS,
                        new Items(feed, parts.pictures(), site),
                        ImportKind.LOCATIONS,
                        new Locations(feed, parts.availability(), site),
                        ImportKind.OPERATORS,
                        new Operators(parts.database(), feed, parts.peppers(), site, parts.random()),
                        ImportKind.ASNS,
                        new Asns(feed, site),
                        ImportKind.ORDERS,
                        new OrderIntake(feed, parts.desk(), site, parts.time()),
                        ImportKind.WAYBILLS,
                        new Waybills(parts.database(), site),
                        ImportKind.STOCK,
                        new OpeningStock(feed, parts.ledger(), parts.desk(), site, parts.ids(), parts.time())));
    }

    /**
     * Imports a file.
     *
     * @throws ImportRefusedException when it cannot be read at all; nothing was loaded then
     */
    public ImportResult load(ImportKind kind, ImportFile file) {
        if (file.bytes().length > LARGEST) {
            throw new ImportRefusedException("TOO_LARGE", "the file has more than 50 MB. Nothing was loaded");
        }
        Loader<?> loader = loaders.get(kind);
        if (loader == null) {
            throw new IllegalStateException("nothing loads " + kind);
        }
        ImportResult result = load(kind, loader, reading(kind, file), new Fields.Whole(zone, file.brand()));
        LOG.info(
                "import of {}: {} loaded, {} unchanged, {} refused",
                kind.text(),
                result.loaded(),
                result.unchanged(),
                result.refused());
        return result;
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

    private <T> ImportResult load(ImportKind kind, Loader<T> loader, Reading reading, Fields.Whole whole) {
        Tally tally = new Tally();
        reading.rejected().forEach(tally::reject);
        tally.notice(reading.notices());
        List<Entry<T>> entries = read(kind, loader, reading.rows(), whole, tally);
        for (int from = 0; from < entries.size(); from += CHUNK) {
            tally.add(loader.load(entries.subList(from, Math.min(from + CHUNK, entries.size()))));
            if (from == 0 && entries.size() > CHUNK) {
                database.lookAtNewTables();
            }
        }
        return tally.result();
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
