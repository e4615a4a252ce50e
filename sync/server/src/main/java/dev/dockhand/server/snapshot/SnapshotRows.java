package dev.dockhand.server.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.store.Instants;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a snapshot. */
final class SnapshotRows {

    private SnapshotRows() {}

    static Feed.Change item(ResultSet row) throws SQLException {
        @Nullable BigDecimal weight = row.getBigDecimal("unit_weight");
        @Nullable String picture = row.getString("picture");
        return new Feed.ItemChanged(new Item(
                new ItemId(row.getString("item")),
                row.getString("name_ko"),
                row.getString("name_en"),
                texts(row, "barcodes"),
                row.getBoolean("lot_tracked"),
                row.getBoolean("expiry_tracked"),
                weight == null ? null : new Grams(weight),
                row.getString("note"),
                picture == null ? null : new PictureId(picture)));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Feed.Change location(ResultSet row) throws SQLException {
        return new Feed.LocationChanged(new Location(
                new LocationCode(row.getString("location")),
                row.getString("zone"),
                Location.Kind.valueOf(row.getString("kind")),
                row.getInt("walk")));
    }

    static Feed.Change operator(ResultSet row) throws SQLException {
        Operator operator = new Operator(
                new OperatorId(row.getString("operator_id")),
                row.getString("name"),
                row.getString("badge"),
                row.getString("pin_hash"),
                Operator.Role.valueOf(row.getString("role")),
                row.getBoolean("active"));
        return new Feed.OperatorChanged(operator.forStations());
    }

    static Feed.Change asn(ResultSet row) throws SQLException {
        return new Feed.AsnChanged(new Asn(
                new AsnId(row.getString("asn")),
                row.getString("supplier"),
                row.getObject("expected_on", LocalDate.class),
                texts(row, "lines").stream().map(SnapshotRows::asnLine).toList(),
                row.getBoolean("closed")));
    }

    /** No identifier holds a control character, so a tab separates. */
    private static Asn.Line asnLine(String text) {
        List<String> parts = Arrays.asList(text.split("\t", -1));
        return new Asn.Line(
                Integer.parseInt(parts.get(0)),
                Goods.ofKey(parts.get(3), parts.get(4), parts.get(5)),
                Quantity.of(Integer.parseInt(parts.get(1))),
                Quantity.of(Integer.parseInt(parts.get(2))));
    }

    static Feed.Change plate(ResultSet row) throws SQLException {
        @Nullable String location = row.getString("location");
        return new Feed.PlateChanged(
                new LicensePlate(row.getString("plate")),
                Act.Condition.valueOf(row.getString("condition")),
                location == null ? null : new LocationCode(location));
    }

    static Feed.Change stock(ResultSet row) throws SQLException {
        return new Feed.StockChanged(new StockBalance(
                Place.parse(row.getString("place")),
                Goods.ofKey(row.getString("item"), row.getString("lot"), row.getString("expiry")),
                Math.toIntExact(row.getLong("quantity"))));
    }

    static Feed.Change task(ResultSet row) throws SQLException {
        @Nullable String holder = row.getString("holder");
        @Nullable String tote = row.getString("tote");
        @Nullable String waybill = row.getString("waybill");
        @Nullable String by = row.getString("closed_by");
        Instant at = Instants.find(row, "closed_at");
        return new Feed.TaskChanged(new Shipment(
                new TaskId(row.getString("task")),
                new ShipmentId(row.getString("shipment")),
                new OrderId(row.getString("order_id")),
                TaskStage.valueOf(row.getString("stage")),
                holder == null ? null : new StationId(holder),
                row.getLong("token"),
                tote == null ? null : new ToteCode(tote),
                waybill == null ? null : new WaybillNumber(waybill),
                at == null ? null : new Shipment.Closing(at, by == null ? null : new OperatorId(by))));
    }

    static Feed.Change warehouse(ResultSet row) throws SQLException {
        try {
            return new Feed.WarehouseChanged(Json.mapper().readValue(row.getString("settings"), Warehouse.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the settings of a warehouse are damaged", e);
        }
    }

    static Feed.Change station(ResultSet row) throws SQLException {
        return new Feed.StationHead(
                new StationId(row.getString("station")), row.getInt("epoch"), row.getLong("last_seq"));
    }

    static Feed.Change exception(ResultSet row) throws SQLException {
        @Nullable String station = row.getString("station");
        @Nullable String event = row.getString("event_id");
        return new Feed.ExceptionChanged(new ExceptionRecord(
                new ExceptionId(row.getString("exception_id")),
                ExceptionKind.valueOf(row.getString("kind")),
                row.getString("about"),
                station == null ? null : new StationId(station),
                event == null ? null : new EventId(event),
                row.getString("detail"),
                Instants.read(row, "raised_at"),
                false));
    }
}
