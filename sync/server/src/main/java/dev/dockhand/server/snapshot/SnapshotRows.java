package dev.dockhand.server.snapshot;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.dispatch.Shipments;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a snapshot. */
final class SnapshotRows {

    private SnapshotRows() {}

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
        return new Feed.TaskChanged(new Shipment(
                new TaskId(row.getString("task")),
                new ShipmentId(row.getString("shipment")),
                new OrderId(row.getString("order_id")),
                TaskStage.valueOf(row.getString("stage")),
                holder == null ? null : new StationId(holder),
                row.getLong("token"),
                tote == null ? null : new ToteCode(tote),
                Shipments.waybills(row),
                Shipments.closing(row)));
    }

    static Feed.Change station(ResultSet row) throws SQLException {
        return new Feed.StationHead(
                new StationId(row.getString("station")), row.getInt("epoch"), row.getLong("last_seq"));
    }
}
