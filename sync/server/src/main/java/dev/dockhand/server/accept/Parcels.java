package dev.dockhand.server.accept;

import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.server.dispatch.WaybillPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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
            List<String> shipments = List.copyOf(closings.keySet());
            List<@Nullable String> events = new ArrayList<>();
            closings.values()
                    .forEach(one ->
                            events.add(one.event() == null ? null : one.event().value()));
            scene.tx()
                    .update(CLOSED)
                    .bindArray("shipments", String.class, shipments)
                    .bindArray("events", String.class, events)
                    .bindArray(
                            "opened",
                            Boolean.class,
                            closings.values().stream().map(Closing::opened).toList())
                    .bind("at", scene.now())
                    .execute();
            waybills.follow(scene.tx(), shipments);
        }
        if (!labels.isEmpty()) {
            scene.tx()
                    .update(LABELS)
                    .bindArray(
                            "waybills",
                            String.class,
                            texts(one -> one.logged().label().waybill().value()))
                    .bindArray(
                            "events",
                            String.class,
                            texts(one -> one.by().event().id().value()))
                    .bindArray(
                            "stations",
                            String.class,
                            texts(one -> one.by().event().station().value()))
                    .bindArray(
                            "copies",
                            Integer.class,
                            labels.stream()
                                    .map(one -> one.logged().label().copy())
                                    .toList())
                    .bindArray(
                            "outcomes",
                            String.class,
                            texts(one -> one.logged().label().outcome()))
                    .bindArray(
                            "proofs",
                            String.class,
                            texts(one -> one.logged().label().proof()))
                    .bindArray(
                            "reasons",
                            String.class,
                            texts(one -> one.logged().label().reason()))
                    .bindArray(
                            "ats",
                            String.class,
                            texts(one -> one.by().event().at().toString()))
                    .execute();
        }
    }

    private List<String> texts(Function<Label, String> value) {
        return labels.stream().map(value).toList();
    }
}
