package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.WaybillNumber;
import java.util.HashSet;
import java.util.Set;

/** What events name, so that it can be read from the database in one go. Used by one thread. */
final class References {

    final Set<TaskId> tasks = new HashSet<>();
    final Set<ShipmentId> shipments = new HashSet<>();
    final Set<AsnNumber> notices = new HashSet<>();
    final Set<EventId> undone = new HashSet<>();
    final Set<WaybillNumber> waybills = new HashSet<>();
    final Set<Sku> skus = new HashSet<>();
    final Set<Place> locations = new HashSet<>();
    final Set<OperatorId> operators = new HashSet<>();

    void add(FloorEvent event) {
        if (event.task() != null) {
            tasks.add(event.task());
        }
        add(event.act());
        event.movements().forEach(this::add);
    }

    private void add(Movement movement) {
        skus.add(movement.sku());
        addLocation(movement.from());
        addLocation(movement.to());
    }

    private void addLocation(Place place) {
        if (place.kind() == Place.Kind.LOCATION) {
            locations.add(place);
        }
    }

    private void add(Act act) {
        switch (act) {
            case Act.GoodsReceived received -> notices.add(received.asn());
            case Act.ReceiptClosed closed -> {
                notices.add(closed.asn());
                if (closed.approver() != null) {
                    operators.add(closed.approver());
                }
            }
            case Act.LabelPrinted label -> waybills.add(label.waybill());
            case Act.ShipmentPacked packed -> {
                shipments.add(packed.shipment());
                waybills.add(packed.waybill());
            }
            case Act.CancelSeen seen -> shipments.add(seen.shipment());
            case Act.ActUndone undoing -> undone.add(undoing.undone());
            case Act.SignedIn ignored -> {}
            case Act.SignedOut ignored -> {}
            case Act.SignInRefused ignored -> {}
            case Act.Approved ignored -> {}
            case Act.BadgeUnlocked ignored -> {}
            case Act.PutAway ignored -> {}
            case Act.Picked ignored -> {}
            case Act.PickShorted ignored -> {}
            case Act.PickFinished ignored -> {}
            case Act.ItemPacked ignored -> {}
            case Act.PackShorted ignored -> {}
            case Act.ParcelWeighed ignored -> {}
        }
    }
}
