package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Loads advance shipping notices, one row a line. What was received of a line stays. */
final class Asns implements Loader<Asn> {

    private static final int LONGEST_SUPPLIER = 100;
    private static final int MOST_LINES = 1000;
    private static final List<String> OF_THE_WHOLE = List.of("supplier", "expected_on");

    private static final String PUT = """
        INSERT INTO asn (tenant, warehouse, asn, supplier, expected_on, closed)
        VALUES (:tenant, :warehouse, :asn, :supplier, :expected, false)
        ON CONFLICT (tenant, warehouse, asn) DO UPDATE SET supplier = excluded.supplier,
            expected_on = excluded.expected_on\
        """;

    private static final String FORGET_LINES = """
        DELETE FROM asn_line WHERE tenant = :tenant AND warehouse = :warehouse AND asn = :asn\
        """;

    private static final String PUT_LINE = """
        INSERT INTO asn_line (tenant, warehouse, asn, line, sku, lot, expiry, expected, received)
        VALUES (:tenant, :warehouse, :asn, :line, :sku, :lot, :expiry, :expected, :received)\
        """;

    private static final String LOCK = """
        SELECT asn FROM asn WHERE tenant = :tenant AND warehouse = :warehouse AND asn = ANY(:asns)
        ORDER BY asn FOR UPDATE\
        """;

    private final FeedWriter feed;
    private final Site site;

    Asns(FeedWriter feed, Site site) {
        this.feed = feed;
        this.site = site;
    }

    @Override
    public Asn read(List<Fields> rows) throws BadFieldException {
        Fields first = rows.getFirst();
        if (rows.size() > MOST_LINES) {
            throw first.bad("line", "TOO_LONG", "a notice has at most %,d lines".formatted(MOST_LINES));
        }
        List<Asn.Line> lines = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (Fields row : rows) {
            row.refuseUnlike(first, "notice", OF_THE_WHOLE);
            Asn.Line line = line(row);
            if (!numbers.add(line.line())) {
                throw row.bad("line", "TWICE", "the notice has this line twice");
            }
            lines.add(line);
        }
        lines.sort(Comparator.comparingInt(Asn.Line::line));
        return new Asn(
                first.id("asn", AsnNumber::new),
                first.text("supplier", LONGEST_SUPPLIER),
                first.date("expected_on"),
                lines,
                false);
    }

    private static Asn.Line line(Fields row) throws BadFieldException {
        return new Asn.Line(
                row.number("line", 1, 100_000),
                row.id("sku", Sku::new),
                row.optionalId("lot", Lot::new),
                row.optionalDate("expiry"),
                row.quantity("quantity", 1),
                Quantity.ZERO);
    }

    @Override
    public String key(Asn asn) {
        return asn.number().value();
    }

    @Override
    public Tally load(List<Entry<Asn>> entries) {
        return feed.inTransaction(site, (handle, changes) -> load(handle, changes, entries));
    }

    private Tally load(Handle handle, Changes changes, List<Entry<Asn>> entries) {
        Meta.lock(handle, site);
        Tally tally = new Tally();
        List<AsnNumber> numbers =
                entries.stream().map(entry -> entry.value().number()).toList();
        lock(handle, numbers);
        Map<AsnNumber, Asn> known = Catalogue.asns(handle, site, numbers);
        Map<Sku, Item> items = Catalogue.items(
                handle,
                site,
                entries.stream()
                        .flatMap(entry -> entry.value().lines().stream().map(Asn.Line::sku))
                        .distinct()
                        .toList());
        for (Entry<Asn> entry : entries) {
            @Nullable Asn old = known.get(entry.value().number());
            Asn wanted = old == null ? entry.value() : merged(old, entry.value());
            Optional<ImportResult.Rejection> refused = refused(entry, old, wanted, items);
            if (wanted.equals(old)) {
                tally.unchanged();
            } else if (refused.isPresent()) {
                tally.reject(refused.get());
            } else {
                write(handle, wanted);
                changes.add(new Feed.AsnChanged(wanted));
                tally.loaded();
            }
        }
        return tally;
    }

    private void lock(Handle handle, List<AsnNumber> numbers) {
        site.bindTo(handle.createQuery(LOCK))
                .bindArray(
                        "asns",
                        String.class,
                        numbers.stream().map(AsnNumber::value).toList())
                .mapTo(String.class)
                .list();
    }

    /** The notice as it is told now, with what was received so far. */
    private static Asn merged(Asn old, Asn told) {
        List<Asn.Line> lines = told.lines().stream()
                .map(line -> old.lines().stream()
                        .filter(before -> before.line() == line.line())
                        .findFirst()
                        .map(before -> new Asn.Line(
                                line.line(), line.sku(), line.lot(), line.expiry(), line.expected(), before.received()))
                        .orElse(line))
                .toList();
        return new Asn(told.number(), told.supplier(), told.expectedOn(), lines, old.closed());
    }

    private static Optional<ImportResult.Rejection> refused(
            Entry<Asn> entry, @Nullable Asn old, Asn wanted, Map<Sku, Item> items) {
        if (wanted.closed()) {
            return Optional.of(entry.rejected("asn", "ASN_CLOSED", "receiving of this notice is finished"));
        }
        for (Asn.Line line : wanted.lines()) {
            if (!items.containsKey(line.sku())) {
                return Optional.of(entry.rejected(
                        "sku", "UNKNOWN_SKU", "line %d: there is no item %s".formatted(line.line(), line.sku())));
            }
        }
        boolean lost = old != null
                && old.lines().stream()
                        .anyMatch(before -> !before.received().isZero()
                                && wanted.lines().stream()
                                        .noneMatch(line -> line.line() == before.line()
                                                && line.sku().equals(before.sku())));
        return lost
                ? Optional.of(entry.rejected("line", "ALREADY_RECEIVED", "a line that was received from is missing"))
                : Optional.empty();
    }

    private void write(Handle handle, Asn asn) {
        site.bindTo(handle.createUpdate(PUT))
                .bind("asn", asn.number().value())
                .bind("supplier", asn.supplier())
                .bind("expected", asn.expectedOn())
                .execute();
        site.bindTo(handle.createUpdate(FORGET_LINES))
                .bind("asn", asn.number().value())
                .execute();
        PreparedBatch batch = handle.prepareBatch(PUT_LINE);
        for (Asn.Line line : asn.lines()) {
            site.bindTo(batch)
                    .bind("asn", asn.number().value())
                    .bind("line", line.line())
                    .bind("sku", line.sku().value())
                    .bind("lot", line.lot() == null ? "" : line.lot().value())
                    .bind("expiry", line.expiry() == null ? "" : line.expiry().toString())
                    .bind("expected", line.expected().units())
                    .bind("received", line.received().units())
                    .add();
        }
        batch.execute();
    }
}
