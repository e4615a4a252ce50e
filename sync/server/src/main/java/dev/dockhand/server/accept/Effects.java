package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.release.Works;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes what was decided on a push: work, notices, labels, then stock. */
final class Effects {

    private static final String SHIPPED = """
        UPDATE shipment SET packed_by = :event, packed_at = :at
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment AND packed_by IS NULL\
        """;

    private static final String UNSHIPPED = """
        UPDATE shipment SET packed_by = NULL, packed_at = NULL
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment\
        """;

    private static final String LABEL = """
        INSERT INTO label_print (company, warehouse, waybill, event_id, station, copy, outcome, proof, reason, at)
        VALUES (:company, :warehouse, :waybill, :event, :station, :copy, :outcome, :proof, :reason, :at)\
        """;

    private static final String PLATE = """
        INSERT INTO plate (company, warehouse, plate, condition, event_id, made_at)
        VALUES (:company, :warehouse, :plate, :condition, :event, :at)
        ON CONFLICT (company, warehouse, plate) DO UPDATE SET made_at = plate.made_at
        RETURNING condition, location\
        """;

    private static final String PUT_AWAY = """
        UPDATE plate SET location = :location
        WHERE company = :company AND warehouse = :warehouse AND plate = :plate RETURNING condition, location\
        """;

    private final Works works;
    private final WaybillPool waybills;
    private final Ledger ledger;
    private final Exceptions exceptions;
    private final Notices notices = new Notices();

    Effects(Works works, WaybillPool waybills, Ledger ledger, Exceptions exceptions) {
        this.works = works;
        this.waybills = waybills;
        this.ledger = ledger;
        this.exceptions = exceptions;
    }

    /** What a push did to one warehouse, within one transaction. */
    record Scene(Tx tx, Instant now) {}

    /**
     * Writes everything but the events themselves and stock.
     *
     * @param before the work as it was loaded
     * @param world the world after the last event
     * @return what is to be done to stock
     */
    Posting write(Scene scene, List<Work> before, World world, List<Decided> decided) {
        Posting posting = new Posting();
        List<Works.Change> changes = new ArrayList<>();
        for (Work work : before) {
            Work after = world.work(work.task()).orElse(work);
            changes.add(new Works.Change(work, after));
            if (work.waits() && !after.waits()) {
                exceptions.resolve(
                        scene.tx(),
                        ExceptionKind.CANNOT_ALLOCATE,
                        List.of(work.order().value()),
                        "the parcel does not wait any more");
            }
        }
        works.save(scene.tx(), posting, changes);
        Map<AsnId, Set<Integer>> touched = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        for (Decided one : decided) {
            one.decision().outcomes().forEach(outcome -> write(scene, one, outcome, touched));
            move(one, posting);
        }
        notices.save(scene, world, touched);
        return posting;
    }

    /**
     * Writes what is done to stock: as late as possible, since everybody waits for the balances that it locks.
     *
     * @return whether there is more that can be promised
     */
    boolean post(Scene scene, Posting posting) {
        return !ledger.post(scene.tx(), posting, scene.now()).isEmpty();
    }

    private static void move(Decided one, Posting posting) {
        if (!one.decision().moves(one.event())) {
            return;
        }
        Posting.Cause cause = Posting.Cause.of(one.event());
        for (Movement movement : one.event().movements()) {
            posting.move(cause, movement);
        }
    }

    private void write(Scene scene, Decided one, Outcome outcome, Map<AsnId, Set<Integer>> touched) {
        switch (outcome) {
            case Outcome.Received received ->
                touched.computeIfAbsent(received.asn(), asn -> new TreeSet<>()).add(received.line());
            case Outcome.ReceiptSet set -> touched.computeIfAbsent(set.asn(), asn -> new TreeSet<>());
            case Outcome.PlateMade plate -> plate(scene, one, plate);
            case Outcome.PlatePut put -> put(scene, put);
            case Outcome.WaybillBound bound -> bound(scene, one, bound);
            case Outcome.Shipped shipped -> shipped(scene, one, shipped.shipment());
            case Outcome.Unshipped unshipped -> unshipped(scene, unshipped.shipment());
            case Outcome.LabelLogged label -> label(scene, one, label);
            case Outcome.Undone ignored -> {}
            case Outcome.LineDone ignored -> {}
            case Outcome.LineLost ignored -> {}
            case Outcome.StageSet ignored -> {}
            case Outcome.ToteUsed ignored -> {}
            case Outcome.CancelAnswered ignored -> {}
            case Outcome.Raised ignored -> {}
        }
    }

    /** A plate is made once: what is told is what the first receipt and the last put-away made of it. */
    private static void plate(Scene scene, Decided one, Outcome.PlateMade made) {
        scene.tx()
                .query(PLATE)
                .bind("plate", made.plate().value())
                .bind("condition", made.condition().name())
                .bind("event", one.event().id().value())
                .bind("at", at(scene.now()))
                .map((row, context) -> plate(made.plate(), row))
                .forEach(scene.tx()::tell);
    }

    private static void put(Scene scene, Outcome.PlatePut put) {
        scene.tx()
                .query(PUT_AWAY)
                .bind("plate", put.plate().value())
                .bind("location", put.location() == null ? null : put.location().value())
                .map((row, context) -> plate(put.plate(), row))
                .forEach(scene.tx()::tell);
    }

    private static Feed.PlateChanged plate(LicensePlate plate, ResultSet row) throws SQLException {
        @Nullable String location = row.getString("location");
        return new Feed.PlateChanged(
                plate,
                Act.Condition.valueOf(row.getString("condition")),
                location == null ? null : new LocationCode(location));
    }

    private void bound(Scene scene, Decided one, Outcome.WaybillBound bound) {
        if (!waybills.claim(scene.tx(), bound.waybill(), bound.shipment())) {
            exceptions.raise(
                    scene.tx(),
                    new ExceptionDraft(
                            ExceptionKind.UNKNOWN_REFERENCE,
                            bound.shipment().value(),
                            one.event().station(),
                            one.event().id(),
                            "its box carries waybill %s, which another shipment got meanwhile"
                                    .formatted(bound.waybill())));
        }
    }

    private void shipped(Scene scene, Decided one, ShipmentId shipment) {
        scene.tx()
                .update(SHIPPED)
                .bind("shipment", shipment.value())
                .bind("event", one.event().id().value())
                .bind("at", at(scene.now()))
                .execute();
        waybills.use(scene.tx(), shipment);
    }

    private void unshipped(Scene scene, ShipmentId shipment) {
        scene.tx().update(UNSHIPPED).bind("shipment", shipment.value()).execute();
        waybills.unuse(scene.tx(), shipment);
    }

    private static void label(Scene scene, Decided one, Outcome.LabelLogged logged) {
        scene.tx()
                .update(LABEL)
                .bind("waybill", logged.label().waybill().value())
                .bind("event", one.event().id().value())
                .bind("station", one.event().station().value())
                .bind("copy", logged.label().copy())
                .bind("outcome", logged.label().outcome())
                .bind("proof", logged.label().proof())
                .bind("reason", logged.label().reason())
                .bind("at", at(one.event().at()))
                .execute();
    }

    private static OffsetDateTime at(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
