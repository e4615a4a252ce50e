package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Loads advance shipping notices, one row a line. What was received of a line stays. */
final class Asns implements Loader<Asn> {

    private static final int LONGEST_SUPPLIER = 100;
    private static final int MOST_LINES = 1000;
    private static final List<String> OF_THE_WHOLE = List.of("brand", "supplier", "expected_on");

    private static final String PUT = """
        INSERT INTO asn (company, warehouse, asn, supplier, expected_on, closed)
        VALUES (:company, :warehouse, :asn, :supplier, :expected, false)
        ON CONFLICT (company, warehouse, asn) DO UPDATE SET supplier = excluded.supplier,
            expected_on = excluded.expected_on\
        """;

    private static final String FORGET_LINES = """
        DELETE FROM asn_line WHERE company = :company AND warehouse = :warehouse AND asn = :asn\
        """;

    private static final String PUT_LINE = """
        INSERT INTO asn_line (company, warehouse, asn, line, item, lot, expiry, expected, received)
        VALUES (:company, :warehouse, :asn, :line, :item, :lot, :expiry, :expected, :received)\
        """;

    private static final String LOCK = """
        SELECT asn FROM asn WHERE company = :company AND warehouse = :warehouse AND asn = ANY(:asns)
        ORDER BY asn FOR UPDATE\
        """;

    @Override
    public Asn read(List<Fields> rows) throws BadFieldException {
        Fields first = rows.getFirst();
        if (rows.size() > MOST_LINES) {
            throw first.bad("line", "TOO_LONG", "a notice has at most %,d lines".formatted(MOST_LINES));
        }
        BrandId brand = first.brand();
        List<Asn.Line> lines = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (Fields row : rows) {
            row.refuseUnlike(first, "notice", OF_THE_WHOLE);
            Asn.Line line = line(row, brand);
            if (!numbers.add(line.line())) {
                throw row.bad("line", "TWICE", "the notice has this line twice");
            }
            lines.add(line);
        }
        lines.sort(Comparator.comparingInt(Asn.Line::line));
        return new Asn(
                AsnId.of(brand, first.id("asn", AsnNumber::new)),
                first.text("supplier", LONGEST_SUPPLIER),
                first.date("expected_on"),
                lines,
                false);
    }

    private static Asn.Line line(Fields row, BrandId brand) throws BadFieldException {
        return new Asn.Line(
                row.number("line", 1, 100_000), row.goods(brand), row.quantity("quantity", 1), Quantity.ZERO);
    }

    @Override
    public String key(Asn asn) {
        return asn.id().value();
    }

    @Override
    public Tally load(Tx tx, List<Entry<Asn>> entries) {
        Tally tally = new Tally();
        List<AsnId> numbers = entries.stream().map(entry -> entry.value().id()).toList();
        lock(tx, numbers);
        Map<AsnId, Asn> known = Catalogue.asns(tx, numbers);
        Map<ItemId, Item> items = Catalogue.items(
                tx,
                entries.stream()
                        .flatMap(entry -> entry.value().lines().stream().map(Asn.Line::item))
                        .distinct()
                        .toList());
        for (Entry<Asn> entry : entries) {
            @Nullable Asn old = known.get(entry.value().id());
            Asn wanted = old == null ? entry.value() : merged(old, entry.value());
            Optional<ImportResult.Rejection> refused = refused(entry, old, wanted, items);
            if (wanted.equals(old)) {
                tally.unchanged();
            } else if (refused.isPresent()) {
                tally.reject(refused.get());
            } else {
                write(tx, wanted);
                tx.tell(new Feed.AsnChanged(wanted));
                tally.loaded();
            }
        }
        return tally;
    }

    private void lock(Tx tx, List<AsnId> numbers) {
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

    private static Optional<ImportResult.Rejection> refused(
            Entry<Asn> entry, @Nullable Asn old, Asn wanted, Map<ItemId, Item> items) {
        if (wanted.closed()) {
            return Optional.of(entry.rejected("asn", "ASN_CLOSED", "receiving of this notice is finished"));
        }
        for (Asn.Line line : wanted.lines()) {
            if (!items.containsKey(line.item())) {
                return Optional.of(entry.rejected(
                        "sku", "UNKNOWN_SKU", "line %d: there is no item %s".formatted(line.line(), line.item())));
            }
        }
        boolean lost = old != null
                && old.lines().stream()
                        .anyMatch(before -> !before.received().isZero()
                                && wanted.lines().stream()
                                        .noneMatch(line -> line.line() == before.line()
                                                && line.item().equals(before.item())));
        return lost
                ? Optional.of(entry.rejected("line", "ALREADY_RECEIVED", "a line that was received from is missing"))
                : Optional.empty();
    }

    private void write(Tx tx, Asn asn) {
        tx.update(PUT)
                .bind("asn", asn.id().value())
                .bind("supplier", asn.supplier())
                .bind("expected", asn.expectedOn())
                .execute();
        tx.update(FORGET_LINES).bind("asn", asn.id().value()).execute();
        PreparedBatch batch = tx.batch(PUT_LINE);
        for (Asn.Line line : asn.lines()) {
            tx.bindTo(batch)
                    .bind("asn", asn.id().value())
                    .bind("line", line.line())
                    .bind("item", line.item().value())
                    .bind("lot", line.goods().lotKey())
                    .bind("expiry", line.goods().expiryKey())
                    .bind("expected", line.expected().units())
                    .bind("received", line.received().units())
                    .add();
        }
        batch.execute();
    }
}
