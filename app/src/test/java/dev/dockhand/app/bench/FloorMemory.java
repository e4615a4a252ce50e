package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Floor;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.Plate;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.MemoryException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A station's memory of the floor of flow tests: what is recorded there is what the bench finds again. */
public final class FloorMemory extends MemoryInRam {

    private final Floor floor;
    private final Map<EventId, Draft> drafts = new HashMap<>();

    /** A memory of a floor. */
    public FloorMemory(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<FloorEvent> record(List<Draft> acts) throws MemoryException {
        List<FloorEvent> made = super.record(acts);
        for (int i = 0; i < acts.size(); i++) {
            Draft draft = acts.get(i);
            if (draft.act() instanceof Act.ActUndone(var undone)) {
                floor.takeBack(List.of(drafts.get(undone)));
            } else {
                drafts.put(made.get(i).id(), draft);
                floor.record(List.of(draft));
            }
        }
        return made;
    }

    @Override
    public Optional<Operator> operatorByBadge(String badge) {
        return floor.operatorByBadge(badge);
    }

    @Override
    public boolean knowsOperators() {
        return true;
    }

    @Override
    public int failedSignIns(String badge) {
        return floor.failedSignIns(badge);
    }

    @Override
    public Optional<Item> item(ItemId sku) {
        return floor.item(sku);
    }

    @Override
    public List<Item> itemsByBarcode(String barcode) {
        return floor.itemsByBarcode(barcode);
    }

    @Override
    public Optional<Location> location(LocationCode code) {
        return floor.location(code);
    }

    @Override
    public List<Location> locations() {
        return floor.putawayPlaces(new ItemId("b/ANY"));
    }

    @Override
    public List<Asn> openAsns() {
        return floor.openAsns();
    }

    @Override
    public Optional<Asn> asn(AsnId number) {
        return floor.asn(number);
    }

    @Override
    public List<Act.GoodsReceived> receivedHere(AsnId number) {
        return floor.receivedHere(number);
    }

    @Override
    public Optional<Plate> plate(LicensePlate plate) {
        return floor.plate(plate);
    }

    @Override
    public List<Plate> plates() {
        return floor.plates();
    }

    @Override
    public int platesMade() {
        return floor.acts(Act.GoodsReceived.class).size();
    }

    @Override
    public List<StockBalance> stock(ItemId sku) {
        return floor.stock(sku);
    }

    @Override
    public List<PutBack> putBacks() {
        return floor.putBacks();
    }

    @Override
    public List<ShipmentTask> tasks() {
        return floor.tasks();
    }

    @Override
    public Optional<ShipmentTask> task(TaskId id) {
        return floor.task(id);
    }

    @Override
    public Progress progress(TaskId id) {
        return floor.progress(id);
    }
}
