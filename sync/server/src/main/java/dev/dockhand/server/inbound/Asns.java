package dev.dockhand.server.inbound;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Keyed;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Advance shipping notices, and how far they are received. */
public final class Asns {

    private static final String PUT = """
        INSERT INTO asn (company, warehouse, asn, supplier, expected_on, closed)
        SELECT :company, :warehouse, asn, supplier, expected::date, false
        FROM unnest(:asns, :suppliers, :expected) AS d (asn, supplier, expected)
        ON CONFLICT (company, warehouse, asn) DO UPDATE SET supplier = excluded.supplier,
            expected_on = excluded.expected_on\
        """;

    private static final String FORGET_LINES = """
        DELETE FROM asn_line WHERE company = :company AND warehouse = :warehouse AND asn = ANY(:asns)\
        """;

    private static final String PUT_LINES = """
        INSERT INTO asn_line (company, warehouse, asn, line, item, lot, expiry, expected, received)
        SELECT :company, :warehouse, d.*
        FROM unnest(:asns, :lines, :items, :lots, :expiries, :expected, :received) AS d\
        """;

    private static final String LOCK = """
        SELECT asn FROM asn WHERE company = :company AND warehouse = :warehouse AND asn = ANY(:asns)
        ORDER BY asn FOR UPDATE\
        """;

    /** All notices of a warehouse, for {@link #read}; more may be asked of them as {@code a}. No identifier holds a tab. */
    public static final String ALL = """
        SELECT a.*,
            ARRAY(SELECT concat_ws(E'\\t', l.line, l.expected, l.received, l.item, l.lot, l.expiry) FROM asn_line l
                  WHERE l.company = a.company AND l.warehouse = a.warehouse AND l.asn = a.asn
                  ORDER BY l.line) AS lines
        FROM asn a WHERE a.company = :company AND a.warehouse = :warehouse\
        """;

    private static final Keyed<AsnId, Asn> FIND =
            new Keyed<>(ALL + " AND a.asn = ANY(:keys) ORDER BY a.asn", Asns::read, Asn::id);

    private static final String CLOSED = """
        UPDATE asn SET closed = :closed WHERE company = :company AND warehouse = :warehouse AND asn = :asn\
        """;

    private static final String RECEIVED = """
        UPDATE asn_line l SET received = d.received FROM unnest(:lines, :received) AS d (line, received)
        WHERE l.company = :company AND l.warehouse = :warehouse AND l.asn = :asn AND l.line = d.line\
        """;

    private Asns() {}

    /** Notices by key; those that are not known are left out. */
    public static Map<AsnId, Asn> find(Tx tx, Collection<AsnId> numbers) {
        return FIND.in(tx, numbers);
    }

    /** Stores notices and tells the stations of those that changed. What was received of a line stays. */
    public static List<Admission> put(Tx tx, List<Asn> told) {
        List<AsnId> numbers = told.stream().map(Asn::id).toList();
        lock(tx, numbers);
        Map<AsnId, Asn> known = find(tx, numbers);
        Map<ItemId, Item> items = Items.find(
                tx,
                told.stream()
                        .flatMap(asn -> asn.lines().stream().map(Asn.Line::item))
                        .distinct()
                        .toList());
        List<Asn> changed = new ArrayList<>();
        List<Admission> admitted = new ArrayList<>();
        for (Asn asn : told) {
            @Nullable Asn old = known.get(asn.id());
            Asn wanted = old == null ? asn : merged(old, asn);
            Admission admission = wanted.equals(old) ? Admission.UNCHANGED : admission(old, wanted, items);
            admitted.add(admission);
            if (admission.equals(Admission.LOADED)) {
                changed.add(wanted);
            }
        }
        write(tx, changed);
        changed.forEach(asn -> tx.tell(new Feed.AsnChanged(asn)));
        return admitted;
    }

    /**
     * Notes how far the receiving of a notice has come, and tells the stations.
     *
     * @param received units received, by line; others stay as they are
     */
    public static void received(Tx tx, AsnId number, Map<Integer, Integer> received, boolean closed) {
        Columns.of(received.entrySet())
                .ints("lines", Map.Entry::getKey)
                .ints("received", Map.Entry::getValue)
                .in(tx.update(RECEIVED))
                .bind("asn", number.value())
                .execute();
        tx.update(CLOSED).bind("asn", number.value()).bind("closed", closed).execute();
        find(tx, List.of(number)).values().forEach(asn -> tx.tell(new Feed.AsnChanged(asn)));
    }

    private static void lock(Tx tx, List<AsnId> numbers) {
        tx.query(LOCK)
                .bindArray(
                        "asns", String.class, numbers.stream().map(AsnId::value).toList())
                .mapTo(String.class)
                .list();
    }

    /** The notice as it is told now, with what was received so far. */
    private static Asn merged(Asn old, Asn told) {
        List<Asn.Line> lines = told.lines().stream()
                .map(line -> old.lines().stream()
                        .filter(before -> before.line() == line.line())
                        .findFirst()
                        .map(before -> new Asn.Line(line.line(), line.goods(), line.expected(), before.received()))
                        .orElse(line))
                .toList();
        return new Asn(told.id(), told.supplier(), told.expectedOn(), lines, old.closed());
    }

    private static Admission admission(@Nullable Asn old, Asn wanted, Map<ItemId, Item> items) {
        if (wanted.closed()) {
            return Admission.refused("asn", "ASN_CLOSED", "receiving of this notice is finished");
        }
        for (Asn.Line line : wanted.lines()) {
            if (!items.containsKey(line.item())) {
                return Admission.refused(
                        "sku", "UNKNOWN_SKU", "line %d: there is no item %s".formatted(line.line(), line.item()));
            }
        }
        boolean lost = old != null
                && old.lines().stream()
                        .anyMatch(before -> !before.received().isZero()
                                && wanted.lines().stream()
                                        .noneMatch(line -> line.line() == before.line()
                                                && line.item().equals(before.item())));
        return lost
                ? Admission.refused("line", "ALREADY_RECEIVED", "a line that was received from is missing")
                : Admission.LOADED;
    }

    private record Line(AsnId asn, Asn.Line line) {}

    private static void write(Tx tx, List<Asn> asns) {
        if (asns.isEmpty()) {
            return;
        }
        Columns.of(asns)
                .text("asns", Asn::id)
                .text("suppliers", Asn::supplier)
                .text("expected", Asn::expectedOn)
                .in(tx.update(PUT))
                .execute();
        Columns.of(asns).text("asns", Asn::id).in(tx.update(FORGET_LINES)).execute();
        List<Line> lines = asns.stream()
                .flatMap(asn -> asn.lines().stream().map(line -> new Line(asn.id(), line)))
                .toList();
        Columns.of(lines)
                .text("asns", Line::asn)
                .ints("lines", one -> one.line().line())
                .text("items", one -> one.line().item())
                .text("lots", one -> one.line().goods().lotKey())
                .text("expiries", one -> one.line().goods().expiryKey())
                .ints("expected", one -> one.line().expected().units())
                .ints("received", one -> one.line().received().units())
                .in(tx.update(PUT_LINES))
                .execute();
    }

    /** Reads a notice. */
    public static Asn read(ResultSet row) throws SQLException {
        String[] lines = (String[]) row.getArray("lines").getArray();
        return new Asn(
                new AsnId(row.getString("asn")),
                row.getString("supplier"),
                row.getObject("expected_on", LocalDate.class),
                Stream.of(lines).map(Asns::line).toList(),
                row.getBoolean("closed"));
    }

    private static Asn.Line line(String text) {
        String[] parts = text.split("\t", -1);
        return new Asn.Line(
                Integer.parseInt(parts[0]),
                Goods.ofKey(parts[3], parts[4], parts[5]),
                Quantity.of(Integer.parseInt(parts[1])),
                Quantity.of(Integer.parseInt(parts[2])));
    }
}
