package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.inbound.Asns;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads advance shipping notices, one row a line. */
record AsnRows() implements Loader<Asn> {

    private static final int LONGEST_SUPPLIER = 100;
    private static final int MOST_LINES = 1000;
    private static final List<String> OF_THE_WHOLE = List.of("brand", "supplier", "expected_on");

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
    public List<Admission> put(Tx tx, List<Asn> things) {
        return Asns.put(tx, things);
    }
}
