package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What events name, so that it can be read from the database in one go. Used by one thread. */
final class References {

    final Set<TaskId> tasks = new HashSet<>();
    final Set<ShipmentId> shipments = new HashSet<>();
    final Set<AsnId> notices = new HashSet<>();
    final Set<EventId> undone = new HashSet<>();
    final Set<WaybillNumber> waybills = new HashSet<>();
    final Set<ItemId> items = new HashSet<>();
    final Set<Place> locations = new HashSet<>();
    final Set<Place> carriers = new HashSet<>();
    /** Totes that goods were taken out of for nobody's work. */
    final Set<ToteCode> emptied = new HashSet<>();

    final Set<OperatorId> operators = new HashSet<>();

    void add(FloorEvent event) {
        if (event.task() != null) {
            tasks.add(event.task());
        }
        addPerson(event.operator());
        if (event.act() instanceof Act.Agreed agreed) {
            addPerson(agreed.approver());
        }
        ActHandler.of(event.act()).refer(this);
        event.movements().forEach(this::add);
    }

    private void add(Movement movement) {
        items.add(movement.item());
        addPlace(movement.from());
        addPlace(movement.to());
    }

    void addPlace(Place place) {
        if (place.kind() == Place.Kind.LOCATION) {
            locations.add(place);
        } else if (isCarrier(place)) {
            carriers.add(place);
        }
    }

    /** Whether goods are carried in it, so that it never holds less than nothing. */
    static boolean isCarrier(Place place) {
        return place.kind() == Place.Kind.TOTE || place.kind() == Place.Kind.LICENSE_PLATE;
    }

    void addPerson(@Nullable OperatorId person) {
        if (person != null) {
            operators.add(person);
        }
    }
}
