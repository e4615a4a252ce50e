package dev.dockhand.server.accept;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.server.stock.StockKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows by itself of the people, grants and goods that a push speaks of, so that no event is taken at its
 * word. Loaded once for a push; goods follow the events that count.
 */
final class Evidence {

    private final Map<OperatorId, Operator.Role> people = new HashMap<>();
    private final Map<Place, Location.Kind> locations = new HashMap<>();
    private final Set<EventId> ids = new HashSet<>();
    private final Set<Grant> grants = new HashSet<>();
    private final Map<StockKey, Long> lying = new HashMap<>();
    private boolean grantsForgotten;

    /** Work that was granted to a station under a token. */
    record Grant(TaskId task, long token, StationId station) {}

    void add(OperatorId operator, Operator.Role role) {
        people.put(operator, role);
    }

    void add(Place location, Location.Kind kind) {
        locations.put(location, kind);
    }

    void add(EventId id) {
        ids.add(id);
    }

    void add(Grant grant) {
        grants.add(grant);
    }

    void add(StockKey key, long units) {
        lying.put(key, units);
    }

    /** A restore from a backup has taken grants from the server that stations still work under. */
    void grantsWereForgotten() {
        grantsForgotten = true;
    }

    boolean knows(OperatorId operator) {
        return people.containsKey(operator);
    }

    boolean isSupervisor(OperatorId operator) {
        return people.get(operator) == Operator.Role.SUPERVISOR;
    }

    boolean knows(Place location) {
        return locations.containsKey(location);
    }

    Location.@Nullable Kind kind(Place location) {
        return locations.get(location);
    }

    boolean isUsed(EventId id) {
        return ids.contains(id);
    }

    /** Whether the station ever got this grant; after a restore every grant may be. */
    boolean mayHaveBeenGranted(Grant grant) {
        return grantsForgotten || grants.contains(grant);
    }

    /** Units that lie in a tote or on a plate by the books. */
    long lying(StockKey key) {
        return lying.getOrDefault(key, 0L);
    }

    /** What lies at one such place, by item, lot and date; nothing that is not above zero. */
    Map<StockKey, Long> lyingAt(Place place) {
        Map<StockKey, Long> found = new HashMap<>();
        lying.forEach((key, units) -> {
            if (key.place().equals(place) && units > 0) {
                found.put(key, units);
            }
        });
        return found;
    }

    /** An event came. */
    void came(FloorEvent event) {
        ids.add(event.id());
    }

    /** Its movements count. */
    void moved(FloorEvent event) {
        for (Movement movement : event.movements()) {
            long units = movement.quantity().units();
            lying.merge(StockKey.from(movement), -units, Long::sum);
            lying.merge(StockKey.to(movement), units, Long::sum);
        }
    }
}
