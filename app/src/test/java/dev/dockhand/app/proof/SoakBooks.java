package dev.dockhand.app.proof;

import dev.dockhand.model.event.EventCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what people were told with what the stations' journals and the server's tables hold, while all of them rest. */
final class SoakBooks {

    private static final int SHOWN = 10;

    private final Tables tables;
    private final List<StationBox> stations;
    private final Path copies;
    private final Map<String, List<String>> found = new TreeMap<>();
    private long promised;

    private SoakBooks(Tables tables, List<StationBox> stations, Path copies) {
        this.tables = tables;
        this.stations = stations;
        this.copies = copies;
        for (String kind : List.of(Verdict.LOST, Verdict.DOUBLED, Verdict.OVERSOLD)) {
            found.put(kind, new ArrayList<>());
        }
    }

    /**
     * What was found.
     *
     * @param promised how many acts people were told of
     * @param atServer how many acts the server has
     * @param packed how many orders are packed
     * @param exceptions how many exceptions wait for a supervisor, by kind
     * @param found what is lost, doubled or oversold, each in words
     */
    record Verdict(
            long promised, long atServer, long packed, List<String> exceptions, Map<String, List<String>> found) {

        static final String LOST = "lost";
        static final String DOUBLED = "doubled";
        static final String OVERSOLD = "oversold";

        boolean isClean() {
            return found.values().stream().allMatch(List::isEmpty);
        }

        @Override
        public String toString() {
            StringBuilder words = new StringBuilder("told %,d, at the server %,d, orders packed %,d, exceptions %s"
                    .formatted(promised, atServer, packed, exceptions));
            found.forEach((kind, all) -> words.append(", %s %d".formatted(kind, all.size())));
            found.forEach((kind, all) -> all.stream()
                    .limit(SHOWN)
                    .forEach(each ->
                            words.append("\n    ").append(kind).append(": ").append(each)));
            return words.toString();
        }
    }

    /**
     * Looks.
     *
     * @param copies folder for copies of the journals
     */
    static Verdict look(Tables tables, List<StationBox> stations, Path copies) throws Exception {
        SoakBooks books = new SoakBooks(tables, stations, copies);
        for (StationBox station : stations) {
            books.compare(station);
        }
        books.labels();
        books.parcels();
        books.stock();
        return new Verdict(
                books.promised,
                tables.number("SELECT count(*) FROM event"),
                tables.number("SELECT count(*) FROM shipment WHERE stage = 'PACKED'"),
                tables.rows("SELECT kind || ' ' || count(*) FROM exception GROUP BY kind ORDER BY kind"),
                books.found);
    }

    private void none(String kind, String what, List<String> rows) {
        rows.forEach(row -> found.get(kind).add(what + ": " + row));
    }

    private void compare(StationBox station) throws Exception {
        String name = station.name();
        List<String> journal = Acts.copied(station.station(), copies.resolve(name), "the journal of " + name).stream()
                .map(act -> EventCodec.hash(act.bytes()))
                .toList();
        List<String> stored =
                tables.rows("SELECT hash FROM event WHERE station = '%s' ORDER BY epoch, seq".formatted(name));
        Set<String> reviewed =
                new HashSet<>(tables.rows("SELECT hash FROM quarantine WHERE station = '%s'".formatted(name)));
        Map<String, Integer> times = new HashMap<>();
        stored.forEach(hash -> times.merge(hash, 1, Integer::sum));
        for (int seq = 1; seq <= journal.size(); seq++) {
            int count = times.getOrDefault(journal.get(seq - 1), 0);
            if (count == 0 && !reviewed.contains(journal.get(seq - 1))) {
                found.get(Verdict.LOST).add("act %d of %s is not at the server".formatted(seq, name));
            } else if (count > 1) {
                found.get(Verdict.DOUBLED).add("act %d of %s is %d times at the server".formatted(seq, name, count));
            }
        }
        Set<String> own = new HashSet<>(journal);
        stored.stream()
                .filter(hash -> !own.contains(hash))
                .forEach(hash ->
                        found.get(Verdict.DOUBLED).add("an act that %s does not know: %s".formatted(name, hash)));
        keepsItsWord(station, journal);
    }

    /** The hash of the last act stands for all before it, so the journal must have exactly that act in that place. */
    private void keepsItsWord(StationBox station, List<String> journal) throws IOException {
        long last = 0;
        for (Promises.Promise promise : Promises.read(SoakStation.promises(station.station()))) {
            last = Math.max(last, promise.seq());
            boolean kept = promise.seq() <= journal.size()
                    && journal.get(Math.toIntExact(promise.seq()) - 1).equals(promise.hash());
            if (!kept) {
                found.get(Verdict.LOST).add("act %d that %s called good".formatted(promise.seq(), station.name()));
            }
        }
        promised += last;
    }

    /** One station prints a waybill once, and another one only where a supervisor broke the lease. */
    private void labels() {
        Set<String> broken = new HashSet<>(
                tables.rows("SELECT s.waybill FROM shipment s JOIN lease l USING (company, warehouse, task)"
                        + " WHERE l.how_ended = 'BROKEN' AND s.waybill IS NOT NULL"));
        Map<String, Integer> printers = new HashMap<>();
        for (StationBox station : stations) {
            station.devices().labels().forEach((waybill, times) -> {
                printers.merge(waybill, 1, Integer::sum);
                if (times > 1) {
                    found.get(Verdict.DOUBLED)
                            .add("label %s came out %d times at %s".formatted(waybill, times, station.name()));
                }
            });
        }
        printers.forEach((waybill, count) -> {
            if (count > 1 && !broken.contains(waybill)) {
                found.get(Verdict.DOUBLED).add("label %s came out at %d stations".formatted(waybill, count));
            }
        });
        none(Verdict.DOUBLED, "a waybill of two shipments", tables.rows("""
            SELECT waybill FROM shipment WHERE waybill IS NOT NULL GROUP BY waybill HAVING count(*) > 1\
            """));
    }

    /** An order ships at most once; a second parcel of it that somebody packed is before a supervisor. */
    private void parcels() {
        none(Verdict.DOUBLED, "an act that no station can have done", tables.rows("""
            SELECT about || ' ' || detail FROM exception WHERE kind = 'MISFIT_EVENT'\
            """));
        none(Verdict.DOUBLED, "an order that shipped twice", tables.rows("""
            SELECT task FROM event WHERE type = 'ShipmentPacked' AND status = 'ACCEPTED' AND undone_by IS NULL
            GROUP BY task HAVING count(*) > 1\
            """));
        none(Verdict.DOUBLED, "a parcel too many that nobody hears of", tables.rows("""
            SELECT e.station || '/' || e.seq FROM event e
            WHERE e.raw LIKE '%"type":"shipment-packed"%' AND e.undone_by IS NULL AND e.exception_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM shipment s WHERE s.packed_by = e.event_id)\
            """));
        none(Verdict.DOUBLED, "a movement that counts twice", tables.rows("""
            SELECT cause FROM movement GROUP BY cause, line HAVING count(*) > 1\
            """));
        tables.checkBooks();
    }

    private void stock() {
        none(Verdict.OVERSOLD, "more is promised than can be sold, and nobody was told", tables.rows("""
            SELECT a.item || ': ' || a.promised || ' of ' || a.sellable FROM availability a
            WHERE a.promised > a.sellable AND NOT EXISTS (
                SELECT 1 FROM exception t WHERE t.kind = 'OVERSOLD' AND t.about = a.item)\
            """));
        none(Verdict.OVERSOLD, "what is promised is not what orders hold", tables.rows("""
            WITH held AS (
                SELECT item, sum(units) AS units FROM (
                    SELECT p.item, GREATEST(0, CASE WHEN s.stage IN ('RELEASED', 'PICKED')
                            OR s.stage = 'CANCELLED' AND s.holder IS NOT NULL AND NOT s.cancel_seen
                        THEN p.quantity - p.lost - p.picked - p.written_off ELSE p.shorted - p.written_off END) AS units
                    FROM pick_line p JOIN shipment s USING (company, warehouse, shipment)
                    UNION ALL
                    SELECT l.item, l.promised FROM order_line l JOIN orders o USING (company, warehouse, order_id)
                    WHERE o.state = 'PROMISED') AS two
                GROUP BY item)
            SELECT COALESCE(a.item, h.item) || ': ' || COALESCE(a.promised, 0) || ' <> ' || COALESCE(h.units, 0)
            FROM availability a FULL JOIN held h ON h.item = a.item
            WHERE COALESCE(a.promised, 0) <> COALESCE(h.units, 0)\
            """));
    }
}
