package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.Plate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies at a place that moves: in a tote, on a license plate. */
final class Contents {

    private static final String PLATES = """
        SELECT s.place, s.item, s.lot, s.expiry, SUM(s.units), COALESCE(
            (SELECT p.state FROM plate p WHERE p.place = s.place),
            (SELECT MAX(o.state) FROM own_plate o WHERE o.place = s.place)) FROM (
            SELECT place, item, lot, expiry, balance AS units FROM stock WHERE place >= ? AND place <= ?
            UNION ALL SELECT place, item, lot, expiry, delta FROM overlay WHERE place >= ? AND place <= ?) s
        GROUP BY s.place, s.item, s.lot, s.expiry HAVING SUM(s.units) > 0 ORDER BY s.place, s.item
        """;

    private static final String CONTENTS = """
        SELECT item, lot, expiry, SUM(units) FROM (
            SELECT item, lot, expiry, balance AS units FROM stock WHERE place = ?
            UNION ALL SELECT item, lot, expiry, delta FROM overlay WHERE place = ?)
        GROUP BY item, lot, expiry HAVING SUM(units) <> 0 ORDER BY item, lot, expiry
        """;

    private Contents() {}

    static List<StockBalance> of(Sql sql, Place place) throws SQLException {
        String at = place.toString();
        return sql.list(
                CONTENTS,
                row -> new StockBalance(
                        place, Goods.ofKey(row.getString(1), row.getString(2), row.getString(3)), row.getInt(4)),
                at,
                at);
    }

    static Optional<Plate> plate(Sql sql, LicensePlate plate) throws SQLException {
        String place = Place.of(plate).toString();
        return sql.first(PLATES, Contents::plateOf, place, place, place, place);
    }

    static List<Plate> plates(Sql sql) throws SQLException {
        String from = Place.Kind.LICENSE_PLATE + ":";
        String to = from + Character.MAX_VALUE;
        return sql.list(PLATES, Contents::plateOf, from, to, from, to);
    }

    static Optional<Feed.PlateChanged> plateEver(Sql sql, LicensePlate plate) throws SQLException {
        String place = Place.of(plate).toString();
        Optional<Feed.PlateChanged> known = sql.first(
                "SELECT state, location FROM plate WHERE place = ?",
                row -> new Feed.PlateChanged(
                        plate, Act.Condition.valueOf(row.getString(1)), location(row.getString(2))),
                place);
        for (Own own : sql.list(
                "SELECT state, location FROM own_plate WHERE place = ? ORDER BY epoch, seq",
                row -> new Own(
                        Optional.ofNullable(row.getString(1)).map(Act.Condition::valueOf), location(row.getString(2))),
                place)) {
            known = own.made().isEmpty()
                    ? known.map(made -> new Feed.PlateChanged(plate, made.condition(), own.location()))
                    : known.or(() -> own.made().map(state -> new Feed.PlateChanged(plate, state, null)));
        }
        return known;
    }

    /**
     * What an own act did to a plate that the server has not told of yet.
     *
     * @param made its condition where it was made
     * @param location where it was put; absent where it was made or came back
     */
    private record Own(
            Optional<Act.Condition> made, @Nullable LocationCode location) {}

    private static @Nullable LocationCode location(@Nullable String code) {
        return code == null ? null : new LocationCode(code);
    }

    private static Plate plateOf(ResultSet row) throws SQLException {
        String condition = row.getString(6);
        return new Plate(
                new LicensePlate(Place.parse(row.getString(1)).code()),
                Goods.ofKey(row.getString(2), row.getString(3), row.getString(4)),
                Quantity.of(row.getInt(5)),
                condition == null ? Act.Condition.GOOD : Act.Condition.valueOf(condition));
    }
}
