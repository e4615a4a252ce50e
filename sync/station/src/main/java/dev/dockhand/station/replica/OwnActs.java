package dev.dockhand.station.replica;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.station.journal.Stored;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what this station's journal holds into the tables. */
final class OwnActs {

    private static final Logger LOG = LoggerFactory.getLogger(OwnActs.class);
    private static final String NEW_EVENT =
            "INSERT INTO own_event(epoch, seq, id, task, asn, json) VALUES(?, ?, ?, ?, ?, ?)";
    private static final String NEW_OVERLAY =
            "INSERT INTO overlay(epoch, seq, place, item, lot, expiry, delta) VALUES(?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final TaskActs taskActs;
    private final Tasks tasks;
    private final Skipped skipped;

    OwnActs(Database database, Tasks tasks) {
        this.sql = database.writer();
        this.taskActs = database.taskActs();
        this.tasks = tasks;
        this.skipped = new Skipped(sql);
    }

    /** The last number of an epoch that is in the tables, 0 for none. */
    long applied(int epoch) throws SQLException {
        return sql.number("SELECT seq FROM applied WHERE epoch = ?", epoch);
    }

    /**
     * Adds events in order.
     *
     * @param countedUpTo up to this number the lasting counts hold them already
     */
    void add(int epoch, List<Stored> events, long countedUpTo) throws SQLException {
        long head = sql.number("SELECT seq FROM head WHERE epoch = ?", epoch);
        Set<TaskId> touched = new LinkedHashSet<>();
        for (Stored stored : events) {
            FloorEvent event = decode(stored);
            if (event != null) {
                addOne(event, stored, stored.seq() > head, stored.seq() > countedUpTo);
                if (event.task() != null) {
                    touched.add(event.task());
                }
            }
        }
        for (TaskId task : touched) {
            tasks.reckon(task);
        }
        if (!events.isEmpty()) {
            sql.update(
                    "MERGE INTO applied(epoch, seq) KEY(epoch) VALUES(?, ?)",
                    epoch,
                    events.getLast().seq());
        }
    }

    /** Written by another version: the server gets it all the same, here it shows when that version is back. */
    private @Nullable FloorEvent decode(Stored stored) throws SQLException {
        try {
            return stored.event();
        } catch (IOException e) {
            LOG.warn("event {} cannot be shown: {}", stored.seq(), e.toString());
            if (!stored.isLost()) {
                skipped.note(EventCodec.read(stored.bytes()).unknown());
            }
            return null;
        }
    }

    private void addOne(FloorEvent event, Stored stored, boolean untold, boolean uncounted) throws SQLException {
        sql.update(
                NEW_EVENT,
                event.epoch(),
                event.seq(),
                event.id().value(),
                event.task() == null ? null : event.task().value(),
                asnOf(event),
                EventCodec.text(stored.bytes()));
        taskActs.added(event);
        Spares.done(sql, event);
        if (untold) {
            for (Movement movement : event.movements()) {
                overlay(event, movement, movement.from(), -movement.quantity().units());
                overlay(event, movement, movement.to(), movement.quantity().units());
            }
            plate(event);
        }
        if (uncounted) {
            count(event);
        }
    }

    private void plate(FloorEvent event) throws SQLException {
        switch (event.act()) {
            case Act.GoodsReceived received ->
                plate(event, received.plate(), received.condition().name(), null);
            case Act.PutAway put ->
                plate(event, put.plate(), null, put.location().value());
            case Act.ActUndone(EventId undone) -> {
                Optional<FloorEvent> before = sql.first(
                        "SELECT json FROM own_event WHERE id = ?", JsonText.row(FloorEvent.class), undone.value());
                if (before.isPresent() && before.get().act() instanceof Act.PutAway put) {
                    plate(event, put.plate(), null, null);
                }
            }
            case Act.PutBack _, Act.ReceiptClosed _, Act.SessionAct _, Act.PickingAct _, Act.PackingAct _ -> {}
        }
    }

    private void plate(FloorEvent event, LicensePlate plate, @Nullable String state, @Nullable String location)
            throws SQLException {
        sql.update(
                "INSERT INTO own_plate(epoch, seq, place, state, location) VALUES(?, ?, ?, ?, ?)",
                event.epoch(),
                event.seq(),
                Place.of(plate).toString(),
                state,
                location);
    }

    private void overlay(FloorEvent event, Movement movement, Place place, int delta) throws SQLException {
        sql.update(
                NEW_OVERLAY,
                event.epoch(),
                event.seq(),
                place.toString(),
                movement.item().value(),
                movement.goods().lotKey(),
                movement.goods().expiryKey(),
                delta);
    }

    /** What must be known for longer than the journal keeps the event. */
    private void count(FloorEvent event) throws SQLException {
        switch (event.act()) {
            case Act.GoodsReceived received -> {
                int made = (int) sql.number("SELECT plates FROM made WHERE epoch = ?", event.epoch());
                sql.update("MERGE INTO made(epoch, plates) KEY(epoch) VALUES(?, ?)", event.epoch(), made + 1);
            }
            case Act.SignInRefused refused ->
                sql.update(
                        "INSERT INTO refused(epoch, seq, badge) VALUES(?, ?, ?)",
                        event.epoch(),
                        event.seq(),
                        refused.badge());
            case Act.SignedIn signedIn -> forgive(event.operator(), event);
            case Act.Approved approved -> forgive(event.operator(), event);
            case Act.BadgeUnlocked(var person) -> forgive(person, event);
            case Act.SignedOut _,
                    Act.ReceiptClosed _,
                    Act.PutawayAct _,
                    Act.PickingAct _,
                    Act.PackingAct _,
                    Act.ActUndone _ -> {}
        }
    }

    /** From this event on the failed sign-ins of a person are counted anew. */
    private void forgive(@Nullable OperatorId person, FloorEvent event) throws SQLException {
        if (person != null) {
            sql.update(
                    "MERGE INTO forgiven(operator, epoch, seq) KEY(operator) VALUES(?, ?, ?)",
                    person.value(),
                    event.epoch(),
                    event.seq());
        }
    }

    private @Nullable String asnOf(FloorEvent event) throws SQLException {
        return switch (event.act()) {
            case Act.ReceivingAct receiving -> receiving.asn().value();
            case Act.ActUndone(EventId undone) ->
                sql.first(
                                "SELECT asn FROM own_event WHERE id = ? AND asn IS NOT NULL",
                                row -> row.getString(1),
                                undone.value())
                        .orElse(null);
            case Act.SessionAct _, Act.PutawayAct _, Act.PickingAct _, Act.PackingAct _ -> null;
        };
    }
}
