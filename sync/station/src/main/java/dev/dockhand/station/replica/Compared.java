package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.DigestSum;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Shipment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the server's rows as they are in the tables, a few at a time, so that whoever scans never waits for long. A row whose
 * other columns say something else than its record is not found by them, so it counts as missing.
 */
final class Compared {

    private static final String SOME = " ORDER BY 1 FETCH FIRST 500 ROWS WITH TIES";
    private static final String STOCK =
            "SELECT place, item, lot, expiry, balance FROM stock WHERE place > ? AND place < ?";

    private final Sql sql;
    private final DigestSum sum;
    private final StationId station;
    private final Instant since;

    /** Sums up what such a station must know; parcels that ended before a time are left out. */
    Compared(Sql sql, StationId station, Instant since) {
        this.sql = sql;
        this.station = station;
        this.since = since;
        this.sum = new DigestSum(station, since);
    }

    private interface Take {
        void row(List<@Nullable String> columns) throws SQLException;
    }

    /** The sums with the moment that the tables are of; nothing where the thread was interrupted. */
    Optional<Digest> digest() throws SQLException {
        all("SELECT id, json FROM warehouse WHERE id > ?", this::warehouse);
        all("SELECT item, json FROM item WHERE item > ?", this::item);
        all("SELECT code, item FROM barcode WHERE code > ?", this::barcode);
        all("SELECT place, walk, json FROM location WHERE place > ?", this::location);
        all("SELECT id, badge, json FROM operator WHERE id > ?", this::operator);
        all("SELECT id, number, closed, json FROM asn WHERE id > ?", this::asn);
        for (Place.Kind kind : Place.Kind.values()) {
            if (kind.isOnHand()) {
                pages(STOCK + SOME, kind + ":", this::stock, kind + ":" + Character.MAX_VALUE);
            }
        }
        all("SELECT place, state, location FROM plate WHERE place > ?", this::plate);
        all("SELECT task, order_key, waybill_key, tote_key, ended, json FROM shipment WHERE task > ?", this::shipment);
        all("SELECT id, settled, json FROM exception WHERE id > ?", this::exception);
        for (Feed.StationHead head : sql.list(
                "SELECT epoch, seq FROM head", row -> new Feed.StationHead(station, row.getInt(1), row.getLong(2)))) {
            sum.add(head);
        }
        Replica.Position at = new Meta(sql).stands();
        return Thread.currentThread().isInterrupted()
                ? Optional.empty()
                : Optional.of(sum.digest(at.serverEpoch(), at.cursor(), at.mark()));
    }

    private void all(String query, Take take) throws SQLException {
        pages(query + SOME, "", take);
    }

    /** The first column is where the next page goes on; rows with the same one are never parted. */
    private void pages(String query, String from, Take take, Object... more) throws SQLException {
        @Nullable String after = from;
        while (after != null && !Thread.currentThread().isInterrupted()) {
            @Nullable Object[] values = new @Nullable Object[1 + more.length];
            values[0] = after;
            System.arraycopy(more, 0, values, 1, more.length);
            after = null;
            for (List<@Nullable String> row : sql.list(query, Compared::columns, values)) {
                try {
                    take.row(row);
                } catch (IllegalArgumentException e) {
                    throw new SQLException("a row of the read model cannot be read", e);
                }
                after = row.getFirst();
            }
        }
    }

    private static List<@Nullable String> columns(ResultSet row) throws SQLException {
        List<@Nullable String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getString(i));
        }
        return columns;
    }

    /** Adds a row, if its columns before the record are those that such a record is found by. */
    private void add(Feed.Change change, List<@Nullable String> columns, @Nullable Object... wanted) {
        List<@Nullable String> found = columns.subList(0, columns.size() - 1);
        if (Arrays.stream(wanted)
                .map(value -> Objects.toString(value, null))
                .toList()
                .equals(found)) {
            sum.add(change);
        }
    }

    private static <T> T record(List<@Nullable String> columns, Class<T> type) throws SQLException {
        return JsonText.read(text(columns, columns.size() - 1), type);
    }

    private static String text(List<@Nullable String> columns, int column) throws SQLException {
        @Nullable String text = columns.get(column);
        if (text == null) {
            throw new SQLException("a column of the read model is empty");
        }
        return text;
    }

    private void warehouse(List<@Nullable String> row) throws SQLException {
        Warehouse warehouse = record(row, Warehouse.class);
        add(new Feed.WarehouseChanged(warehouse), row, warehouse.id());
    }

    private void item(List<@Nullable String> row) throws SQLException {
        Item item = record(row, Item.class);
        add(new Feed.ItemChanged(item), row, item.id());
    }

    private void barcode(List<@Nullable String> row) throws SQLException {
        sum.barcode(text(row, 0), new ItemId(text(row, 1)));
    }

    private void location(List<@Nullable String> row) throws SQLException {
        Location location = record(row, Location.class);
        add(new Feed.LocationChanged(location), row, Place.of(location.code()), location.walk());
    }

    private void operator(List<@Nullable String> row) throws SQLException {
        Operator operator = record(row, Operator.class);
        add(new Feed.OperatorChanged(operator), row, operator.id(), operator.badge());
    }

    private void asn(List<@Nullable String> row) throws SQLException {
        Asn asn = record(row, Asn.class);
        add(new Feed.AsnChanged(asn), row, asn.id(), asn.id().number(), flag(asn.closed()));
    }

    /** As H2 writes it. */
    private static String flag(boolean set) {
        return set ? "TRUE" : "FALSE";
    }

    private void stock(List<@Nullable String> row) throws SQLException {
        sum.add(new Feed.StockChanged(new StockBalance(
                Place.parse(text(row, 0)),
                Goods.ofKey(text(row, 1), text(row, 2), text(row, 3)),
                Integer.parseInt(text(row, 4)))));
    }

    private void plate(List<@Nullable String> row) throws SQLException {
        @Nullable String location = row.get(2);
        sum.add(new Feed.PlateChanged(
                new LicensePlate(Place.parse(text(row, 0)).code()),
                Act.Condition.valueOf(text(row, 1)),
                location == null ? null : new LocationCode(location)));
    }

    private void shipment(List<@Nullable String> row) throws SQLException {
        @Nullable String ended = row.get(4);
        if (ended == null || Long.parseLong(ended) >= since.toEpochMilli()) {
            Shipment shipment = record(row, Shipment.class);
            @Nullable Object[] columns = Shipments.row(shipment);
            add(new Feed.TaskChanged(shipment), row, Arrays.copyOf(columns, columns.length - 1));
        }
    }

    private void exception(List<@Nullable String> row) throws SQLException {
        ExceptionRecord exception = record(row, ExceptionRecord.class);
        add(new Feed.ExceptionChanged(exception), row, exception.id(), flag(exception.settled()));
    }
}
