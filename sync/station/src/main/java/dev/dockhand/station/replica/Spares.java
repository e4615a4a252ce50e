package dev.dockhand.station.replica;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.protocol.Leases;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Numbers that wait here for further boxes. One that a box of this station carries is none any more, whatever the server told. */
final class Spares {

    private Spares() {}

    /** The server's list takes the place of the one before; says whether it is another one. */
    static boolean told(Sql sql, List<Leases.Spare> spares) throws SQLException {
        if (all(sql).equals(spares)) {
            return false;
        }
        sql.update("DELETE FROM spare");
        for (Leases.Spare spare : spares) {
            sql.update(
                    "MERGE INTO spare(waybill, carrier) KEY(waybill) VALUES(?, ?)",
                    spare.waybill().value(),
                    spare.carrier().value());
        }
        return true;
    }

    /** What the server told. */
    static List<Leases.Spare> all(Sql sql) throws SQLException {
        return sql.list(
                "SELECT carrier, waybill FROM spare ORDER BY carrier, waybill",
                row -> new Leases.Spare(new CarrierCode(row.getString(1)), new WaybillNumber(row.getString(2))));
    }

    /** Those of a carrier that no box carries. */
    static List<WaybillNumber> free(Sql sql, CarrierCode carrier) throws SQLException {
        return sql.list(
                "SELECT waybill FROM spare WHERE carrier = ? AND waybill NOT IN (SELECT waybill FROM begun)"
                        + " ORDER BY waybill",
                row -> new WaybillNumber(row.getString(1)),
                carrier.value());
    }

    /** An own act may begin a box, or take that back. */
    static void done(Sql sql, FloorEvent event) throws SQLException {
        if (event.act() instanceof Act.BoxBegun begun) {
            sql.update(
                    "MERGE INTO begun(waybill) KEY(waybill) VALUES(?)",
                    begun.waybill().value());
        } else if (event.act() instanceof Act.ActUndone undone) {
            Optional<FloorEvent> before = sql.first(
                    "SELECT json FROM own_event WHERE id = ?",
                    JsonText.row(FloorEvent.class),
                    undone.undone().value());
            if (before.isPresent() && before.get().act() instanceof Act.BoxBegun begun) {
                sql.update(
                        "DELETE FROM begun WHERE waybill = ?", begun.waybill().value());
            }
        }
    }
}
