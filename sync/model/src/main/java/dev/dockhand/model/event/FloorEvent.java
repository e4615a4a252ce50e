package dev.dockhand.model.event;

import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.WarehouseId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of one operator act with all its movements: what the journal keeps and the server gets. It describes
 * itself, so that an old one stays readable for ever.
 *
 * @param schema version of the acts' shapes, see {@link EventCodec#SCHEMA}
 * @param company company
 * @param warehouse warehouse
 * @param station who wrote it
 * @param epoch life of the station's journal; a re-enrolled station starts a new one
 * @param seq 1, 2, 3 … without a gap within the epoch
 * @param id unique everywhere
 * @param at when, by the station's clock; used to show, never to decide
 * @param operator who did it, absent before sign-in
 * @param task work that it belongs to, absent for work without a lease
 * @param leaseToken token of the lease that it was done under, absent for work without a lease
 * @param act what was done
 * @param movements what it did to stock
 * @param previous hash of the event before, 64 hex digits; zeros for the first of an epoch
 */
public record FloorEvent(
        int schema,
        CompanyId company,
        WarehouseId warehouse,
        StationId station,
        int epoch,
        long seq,
        EventId id,
        Instant at,
        @Nullable OperatorId operator,
        @Nullable TaskId task,
        @Nullable Long leaseToken,
        Act act,
        List<Movement> movements,
        String previous) {

    /** Copies the list; refuses an event without its station, its number, its act or its place in the chain. */
    public FloorEvent {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(warehouse, "warehouse");
        Objects.requireNonNull(station, "station");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(previous, "previous");
        movements = List.copyOf(movements);
    }
}
