package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Floors;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Plate;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.StationMemory;
import dev.dockhand.station.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A memory that forgets at the end of the test and whose disk can be full. */
class MemoryInRam implements StationMemory, ReadModel {

    /** What the PINs of its people are hashed with. */
    public static final PinPepper PEPPER = PinPepper.random(new Random(7));

    final List<FloorEvent> events = new ArrayList<>();
    final List<Operator> operators = new ArrayList<>();
    final List<ShipmentTask> tasks = new ArrayList<>();
    Progress progress = Progress.NONE;
    Warehouse warehouse = Floors.WAREHOUSE;

    @Nullable
    MemoryException broken;

    Consumer<Feed.Change> changes = change -> {};

    Runnable work = () -> {};

    @Override
    public Warehouse warehouse() {
        return warehouse;
    }

    @Override
    public List<FloorEvent> record(List<Draft> drafts) throws MemoryException {
        if (broken != null) {
            throw broken;
        }
        List<FloorEvent> made = new ArrayList<>();
        for (Draft draft : drafts) {
            long seq = events.size() + 1L;
            FloorEvent event = new FloorEvent(
                    EventCodec.SCHEMA,
                    new CompanyId("demo"),
                    new WarehouseId("W1"),
                    new StationId("S1"),
                    1,
                    seq,
                    new EventId("e" + seq),
                    Instant.EPOCH,
                    draft.operator(),
                    draft.task(),
                    draft.leaseToken(),
                    draft.act(),
                    draft.movements(),
                    EventCodec.NO_PREVIOUS);
            events.add(event);
            made.add(event);
        }
        return made;
    }

    @Override
    public ReadModel view() {
        return this;
    }

    @Override
    public boolean awaitApplied() {
        return true;
    }

    @Override
    public PinHash.Check checkPin(Operator person, String pin) {
        return PinHash.check(person.pinHash(), pin, PEPPER);
    }

    @Override
    public SyncStatus sync() {
        return new SyncStatus(SyncStatus.State.IN_STEP, 0, null, Instant.EPOCH);
    }

    @Override
    public Health health() {
        return new Health(Health.Room.PLENTY, Long.MAX_VALUE, List.of());
    }

    @Override
    public void onSync(Consumer<SyncStatus> listener) {}

    @Override
    public void onChange(Consumer<Feed.Change> listener) {
        changes = listener;
    }

    @Override
    public void onWork(Runnable listener) {
        work = listener;
    }

    @Override
    public void wantWork(Leases.Request wish) {}

    @Override
    public void onRefused(Consumer<Leases.Refusal> listener) {}

    @Override
    public void giveBack(TaskId task) {}

    @Override
    public void close() {}

    @Override
    public Optional<Operator> operatorByBadge(String badge) {
        return operators.stream().filter(each -> each.badge().equals(badge)).findFirst();
    }

    @Override
    public List<Operator> operators() {
        return List.copyOf(operators);
    }

    @Override
    public int failedSignIns(String badge) {
        int failed = 0;
        for (FloorEvent event : events) {
            boolean forgiven = event.act() instanceof Act.BadgeUnlocked(var person)
                    && operatorByBadge(badge).stream()
                            .anyMatch(each -> each.id().equals(person));
            failed = forgiven ? 0 : failed + (event.act().equals(new Act.SignInRefused(badge)) ? 1 : 0);
        }
        return failed;
    }

    @Override
    public Optional<Item> item(ItemId sku) {
        return Optional.empty();
    }

    @Override
    public List<Item> itemsByBarcode(String barcode) {
        return List.of();
    }

    @Override
    public List<Item> items(@Nullable ItemId after, int limit) {
        return List.of();
    }

    @Override
    public Optional<Location> location(LocationCode code) {
        return Optional.empty();
    }

    @Override
    public List<Location> locations() {
        return List.of();
    }

    @Override
    public List<Asn> openAsns() {
        return List.of();
    }

    @Override
    public Optional<Asn> asn(AsnId number) {
        return Optional.empty();
    }

    @Override
    public List<Asn> asns(AsnNumber number) {
        return List.of();
    }

    @Override
    public List<Act.GoodsReceived> receivedHere(AsnId number) {
        return List.of();
    }

    @Override
    public Optional<Plate> plate(LicensePlate plate) {
        return Optional.empty();
    }

    @Override
    public List<Plate> plates() {
        return List.of();
    }

    @Override
    public int platesMade() {
        return 0;
    }

    @Override
    public List<StockBalance> stock(ItemId sku) {
        return List.of();
    }

    @Override
    public List<ShipmentTask> tasks() {
        return List.copyOf(tasks);
    }

    @Override
    public Optional<ShipmentTask> task(TaskId id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    @Override
    public List<WaybillNumber> spareWaybills(CarrierCode carrier) {
        return List.of();
    }

    @Override
    public Progress progress(TaskId id) {
        return progress;
    }

    @Override
    public List<ExceptionRecord> openExceptions() {
        return List.of();
    }

    @Override
    public Optional<Operator> operator(OperatorId id) {
        return operators.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Feed.PlateChanged> plateEver(LicensePlate plate) {
        return Optional.empty();
    }

    @Override
    public List<StockBalance> contents(Place place) {
        return List.of();
    }

    @Override
    public List<PutBack> putBacks() {
        return List.of();
    }

    @Override
    public List<Shipment> shipments(String code) {
        return List.of();
    }
}
