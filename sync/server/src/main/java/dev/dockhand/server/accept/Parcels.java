package dev.dockhand.server.accept;

import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.store.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parcels that a push closed and opened, and the labels that it printed. */
final class Parcels {

    /** A parcel that is closed already stays closed by its first event. */
    private static final String CLOSED = """
        UPDATE shipment s SET packed_by = d.event, packed_at = CASE WHEN d.event IS NOT NULL THEN :at END,
            waybill = COALESCE(d.waybill, s.waybill)
        FROM unnest(:shipments, :events, :opened, :waybills) AS d (shipment, event, opened, waybill)
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.shipment = d.shipment
            AND (d.opened OR s.packed_by IS NULL)\
        """;

    /** What was begun and is no box in the end keeps its row and loses its number, which stays bound. */
    private static final String EMPTIED = """
        UPDATE parcel SET packed = FALSE, waybill = CASE WHEN shipment = ANY(:closed) THEN NULL ELSE waybill END
        WHERE company = :company AND warehouse = :warehouse AND shipment = ANY(:shipments)\
        """;

    private static final String BOXES = """
        INSERT INTO parcel (company, warehouse, shipment, box, waybill, packed)
        SELECT :company, :warehouse, shipment, box, waybill, TRUE
        FROM unnest(:shipments, :boxes, :waybills) AS d (shipment, box, waybill)
        ON CONFLICT (company, warehouse, shipment, box) DO UPDATE SET waybill = excluded.waybill, packed = TRUE\
        """;

    private static final String WEIGHTS = """
        INSERT INTO parcel (company, warehouse, shipment, box, grams)
        SELECT :company, :warehouse, shipment, box, grams::numeric
        FROM unnest(:shipments, :boxes, :grams) AS d (shipment, box, grams)
        ON CONFLICT (company, warehouse, shipment, box) DO UPDATE SET grams = excluded.grams\
        """;

    private static final String LABELS = """
        INSERT INTO label_print (company, warehouse, waybill, event_id, station, copy, outcome, proof, reason, at)
        SELECT :company, :warehouse, waybill, event, station, copy, outcome, proof, reason, at::timestamptz
        FROM unnest(:waybills, :events, :stations, :copies, :outcomes, :proofs, :reasons, :ats)
            AS d (waybill, event, station, copy, outcome, proof, reason, at)\
        """;

    private final WaybillPool waybills;
    private final Map<String, Closing> closings = new TreeMap<>();
    private final Map<String, Outcome.BoxWeighed> weights = new TreeMap<>();
    private final List<Label> labels = new ArrayList<>();

    Parcels(WaybillPool waybills) {
        this.waybills = waybills;
    }

    /**
     * What became of a parcel.
     *
     * @param event what closed it, absent when it is open
     * @param opened whether this push opened it
     * @param boxes its boxes when it is closed
     */
    private record Closing(@Nullable EventId event, boolean opened, List<Box> boxes) {}

    private record Box(
            ShipmentId shipment, int number, @Nullable WaybillNumber waybill) {}

    private record Label(Decided by, Outcome.LabelLogged logged) {}

    void closed(Outcome.Shipped shipped, EventId event) {
        List<Box> boxes = IntStream.rangeClosed(1, shipped.boxes())
                .mapToObj(box ->
                        new Box(shipped.shipment(), box, shipped.numbers().get(box)))
                .toList();
        closings.merge(
                shipped.shipment().value(),
                new Closing(event, false, boxes),
                (old, more) -> old.event() == null ? new Closing(event, true, boxes) : old);
    }

    void opened(ShipmentId shipment) {
        closings.put(shipment.value(), new Closing(null, true, List.of()));
    }

    void weighed(Outcome.BoxWeighed weighed) {
        weights.put(weighed.shipment() + " " + weighed.box(), weighed);
    }

    void printed(Decided by, Outcome.LabelLogged logged) {
        labels.add(new Label(by, logged));
    }

    void save(Effects.Scene scene) {
        if (!weights.isEmpty()) {
            Columns.of(weights.values())
                    .text("shipments", Outcome.BoxWeighed::shipment)
                    .ints("boxes", Outcome.BoxWeighed::box)
                    .text("grams", Parcels::grams)
                    .in(scene.tx().update(WEIGHTS))
                    .execute();
        }
        if (!closings.isEmpty()) {
            Columns.of(closings.entrySet())
                    .text("shipments", Map.Entry::getKey)
                    .text("events", closing -> closing.getValue().event())
                    .flags("opened", closing -> closing.getValue().opened())
                    .text("waybills", closing -> first(closing.getValue()))
                    .in(scene.tx().update(CLOSED))
                    .bind("at", scene.now())
                    .execute();
            boxes(scene);
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

    private static @Nullable Object first(Closing closing) {
        return closing.boxes().isEmpty() ? null : closing.boxes().getFirst().waybill();
    }

    private static @Nullable Object grams(Outcome.BoxWeighed weighed) {
        return weighed.grams() == null ? null : weighed.grams().value().toPlainString();
    }

    private void boxes(Effects.Scene scene) {
        List<Box> boxes = closings.values().stream()
                .flatMap(closing -> closing.boxes().stream())
                .toList();
        scene.tx()
                .update(EMPTIED)
                .bindArray("shipments", String.class, List.copyOf(closings.keySet()))
                .bindArray(
                        "closed",
                        String.class,
                        boxes.stream()
                                .map(box -> box.shipment().value())
                                .distinct()
                                .toList())
                .execute();
        if (!boxes.isEmpty()) {
            Columns.of(boxes)
                    .text("shipments", Box::shipment)
                    .ints("boxes", Box::number)
                    .text("waybills", Box::waybill)
                    .in(scene.tx().update(BOXES))
                    .execute();
        }
    }
}
