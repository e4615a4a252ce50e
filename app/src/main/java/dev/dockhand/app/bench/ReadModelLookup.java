package dev.dockhand.app.bench;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Plate;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.StationMemory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the flows from the station's memory. Used by the bench's thread only. */
final class ReadModelLookup implements Lookup {

    private static final int PLACES_TO_OFFER = 5;

    private final StationMemory memory;
    private final BenchSettings settings;
    private @Nullable Operator operator;

    ReadModelLookup(StationMemory memory, BenchSettings settings) {
        this.memory = memory;
        this.settings = settings;
    }

    void signIn(@Nullable Operator person) {
        operator = person;
    }

    /** The time. */
    Instant now() {
        return settings.clock().instant();
    }

    private ReadModel view() {
        return memory.view();
    }

    @Override
    public boolean isOnline() {
        return switch (memory.sync().state()) {
            case IN_STEP, CATCHING_UP -> true;
            case OFFLINE, REFUSED, OTHER_VERSION, CONFLICT -> false;
        };
    }

    @Override
    public @Nullable Operator operator() {
        return operator;
    }

    @Override
    public Optional<Operator> operatorByBadge(String badge) {
        return view().operatorByBadge(badge);
    }

    @Override
    public Optional<Operator> operator(OperatorId id) {
        return view().operator(id);
    }

    @Override
    public int failedSignIns(String badge) {
        memory.awaitApplied();
        return view().failedSignIns(badge);
    }

    @Override
    public PinHash.Check checkPin(Operator person, String pin) {
        return memory.checkPin(person, pin);
    }

    @Override
    public List<Operator> operators() {
        return view().operators();
    }

    @Override
    public Optional<Item> item(ItemId item) {
        return view().item(item);
    }

    @Override
    public List<Item> itemsByBarcode(String barcode) {
        return view().itemsByBarcode(barcode);
    }

    @Override
    public Optional<Location> location(LocationCode code) {
        return view().location(code);
    }

    @Override
    public List<Location> locations() {
        return view().locations();
    }

    @Override
    public List<Location> putawayPlaces(ItemId item) {
        Set<LocationCode> holding = view().stock(item).stream()
                .filter(balance -> balance.place().kind() == Place.Kind.LOCATION && balance.balance() > 0)
                .map(balance -> new LocationCode(balance.place().code()))
                .collect(Collectors.toSet());
        return Stream.of(Location.Kind.STORAGE, Location.Kind.DAMAGED)
                .flatMap(kind -> places(kind, holding))
                .toList();
    }

    private Stream<Location> places(Location.Kind kind, Set<LocationCode> holding) {
        return view().locations().stream()
                .filter(location -> location.kind() == kind)
                .sorted(Comparator.comparing((Location location) -> !holding.contains(location.code())))
                .limit(PLACES_TO_OFFER);
    }

    @Override
    public List<Asn> openAsns() {
        return view().openAsns();
    }

    @Override
    public Optional<Asn> asn(AsnId id) {
        return view().asn(id);
    }

    @Override
    public List<Asn> asns(AsnNumber number) {
        return view().asns(number);
    }

    @Override
    public List<Act.GoodsReceived> receivedHere(AsnId notice) {
        // Asked before the notice itself: a count that is applied in between would be in one of the answers only.
        memory.awaitApplied();
        return view().receivedHere(notice);
    }

    @Override
    public Optional<Plate> plate(LicensePlate plate) {
        return view().plate(plate);
    }

    @Override
    public List<Plate> plates() {
        return view().plates();
    }

    @Override
    public Optional<Feed.PlateChanged> plateEver(LicensePlate plate) {
        return view().plateEver(plate);
    }

    @Override
    public LicensePlate nextPlate() {
        memory.awaitApplied();
        return settings.plates().number(warehouse().companyPrefix(), view().platesMade() + 1);
    }

    @Override
    public List<StockBalance> stock(ItemId item) {
        return view().stock(item);
    }

    @Override
    public List<StockBalance> inTote(ToteCode tote) {
        memory.awaitApplied();
        return view().contents(Place.of(tote));
    }

    @Override
    public List<PutBack> putBacks() {
        memory.awaitApplied();
        return view().putBacks();
    }

    @Override
    public List<Shipment> shipments(String code) {
        memory.awaitApplied();
        return view().shipments(code);
    }

    @Override
    public List<ShipmentTask> tasks() {
        return view().tasks();
    }

    @Override
    public Optional<ShipmentTask> task(TaskId id) {
        return view().task(id);
    }

    @Override
    public List<WaybillNumber> spareWaybills(CarrierCode carrier) {
        return view().spareWaybills(carrier);
    }

    @Override
    public Progress progress(TaskId id) {
        return view().progress(id);
    }

    @Override
    public LocalDate today() {
        return warehouse().today(now());
    }

    @Override
    public Warehouse warehouse() {
        return view().warehouse();
    }

    @Override
    public String station() {
        return settings.station();
    }

    @Override
    public BenchRules rules() {
        return settings.rules();
    }
}
