package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.AsnNumber;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notices of goods as the server told them, with what this station received of them since on top. */
final class Receipts {

    private Receipts() {}

    /** What can be received from, the first expected first. */
    static List<Asn> open(Sql sql) throws SQLException {
        List<Asn> all = sql.list(
                "SELECT json FROM asn WHERE NOT closed OR id IN (SELECT asn FROM own_event) ORDER BY id",
                JsonText.row(Asn.class));
        Map<Integer, Long> heads = heads(sql);
        List<Asn> open = new ArrayList<>();
        for (Asn asn : all) {
            Asn now = withOwn(sql, asn, heads);
            if (!now.closed()) {
                open.add(now);
            }
        }
        open.sort(Comparator.comparing(Asn::expectedOn)
                .thenComparing(asn -> asn.id().value()));
        return List.copyOf(open);
    }

    /** Notices of this number; several brands may have given the same. */
    static List<Asn> numbered(Sql sql, AsnNumber number) throws SQLException {
        Map<Integer, Long> heads = heads(sql);
        List<Asn> found = new ArrayList<>();
        for (Asn told : sql.list(
                "SELECT json FROM asn WHERE number = ? ORDER BY id", JsonText.row(Asn.class), number.value())) {
            found.add(withOwn(sql, told, heads));
        }
        return List.copyOf(found);
    }

    static Optional<Asn> asn(Sql sql, AsnId id) throws SQLException {
        Optional<Asn> told = sql.first("SELECT json FROM asn WHERE id = ?", JsonText.row(Asn.class), id.value());
        return told.isEmpty() ? told : Optional.of(withOwn(sql, told.get(), heads(sql)));
    }

    /** What this station did to a notice, first to last. */
    static List<FloorEvent> own(Sql sql, AsnId id) throws SQLException {
        return sql.list(
                "SELECT json FROM own_event WHERE asn = ? ORDER BY epoch, seq",
                JsonText.row(FloorEvent.class),
                id.value());
    }

    private static Asn withOwn(Sql sql, Asn told, Map<Integer, Long> heads) throws SQLException {
        List<FloorEvent> own = own(sql, told.id());
        return own.isEmpty()
                ? told
                : new Reckoning(own).asn(told, event -> event.seq() > heads.getOrDefault(event.epoch(), 0L));
    }

    private static Map<Integer, Long> heads(Sql sql) throws SQLException {
        Map<Integer, Long> heads = new HashMap<>();
        sql.list("SELECT epoch, seq FROM head", row -> heads.put(row.getInt(1), row.getLong(2)));
        return heads;
    }
}
