package dev.dockhand.server.accept;

import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.store.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parcels that a push closed and opened, and the labels that it printed. */
final class Parcels {

    /** A parcel that is closed already stays closed by its first event. */
    private static final String CLOSED = """
        UPDATE shipment s SET packed_by = d.event, packed_at = CASE WHEN d.event IS NOT NULL THEN :at END
        FROM unnest(:shipments, :events, :opened) AS d (shipment, event, opened)
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.shipment = d.shipment
            AND (d.opened OR s.packed_by IS NULL)\
        """;

    private static final String LABELS = """
        INSERT INTO label_print (company, warehouse, waybill, event_id, station, copy, outcome, proof, reason, at)
        SELECT :company, :warehouse, waybill, event, station, copy, outcome, proof, reason, at::timestamptz
        FROM unnest(:waybills, :events, :stations, :copies, :outcomes, :proofs, :reasons, :ats)
            AS d (waybill, event, station, copy, outcome, proof, reason, at)\
        """;

    private final WaybillPool waybills;
    private final Map<String, Closing> closings = new TreeMap<>();
    private final List<Label> labels = new ArrayList<>();

    Parcels(WaybillPool waybills) {
        this.waybills = waybills;
    }

    /**
     * What became of a parcel.
     *
     * @param event what closed it, absent when it is open
     * @param opened whether this push opened it
     */
    private record Closing(@Nullable EventId event, boolean opened) {}

    private record Label(Decided by, Outcome.LabelLogged logged) {}

    void closed(ShipmentId shipment, EventId event) {
        closings.merge(
                shipment.value(),
                new Closing(event, false),
                (old, more) -> old.event() == null ? new Closing(event, true) : old);
    }

    void opened(ShipmentId shipment) {
        closings.put(shipment.value(), new Closing(null, true));
    }

    void printed(Decided by, Outcome.LabelLogged logged) {
        labels.add(new Label(by, logged));
    }

    void save(Effects.Scene scene) {
        if (!closings.isEmpty()) {
            Columns.of(closings.entrySet())
                    .text("shipments", Map.Entry::getKey)
                    .text("events", closing -> closing.getValue().event())
                    .flags("opened", closing -> closing.getValue().opened())
                    .in(scene.tx().update(CLOSED))
                    .bind("at", scene.now())
                    .execute();
            waybills.follow(scene.tx(), List.copyOf(closings.keySet()));
        }
        if (!labels.isEmpty()) {
            Columns.of(labels)
                    .text("waybills", label -> label.logged().label().waybill())
                    .text("events", label -> label.by().event().id())
                    .text("stations", label -> label.by().event().station())
                    .ints("copies", label -> label.logged().label().copy())
                    .text("outcomes", label -> label.logged().label().outcome())
                    .text("proofs", label -> label.logged().label().proof())
                    .text("reasons", label -> label.logged().label().reason())
                    .text("ats", label -> label.by().event().at())
                    .in(scene.tx().update(LABELS))
                    .execute();
        }
    }
}
