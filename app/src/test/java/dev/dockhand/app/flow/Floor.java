package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
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
import dev.dockhand.model.task.TaskStage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A floor in memory: a catalogue, and everything that happened as a list of drafts, from which each answer is derived
 * afresh. It can lag behind as the read model of a station may.
 */
public final class Floor implements Lookup {

    /** The hash of a PIN that nobody can check here. */
    public static final String NO_PEPPER = "no pepper";

    private final Map<ItemId, Item> items = new LinkedHashMap<>();
    private final Map<LocationCode, Location> locations = new LinkedHashMap<>();
    private final Map<AsnId, Asn> asns = new LinkedHashMap<>();
    private final Map<String, Operator> operators = new LinkedHashMap<>();
    private final Map<TaskId, ShipmentTask> tasks = new LinkedHashMap<>();
    private final Set<TaskId> cancelled = new HashSet<>();
    private final List<WaybillNumber> spare = new ArrayList<>();
    private final Map<TaskId, Answered> answered = new HashMap<>();
    private final List<StockBalance> stock = new ArrayList<>();
    private final List<Shipment> shipments = new ArrayList<>();
    private boolean online = true;
    private final Map<LicensePlate, Feed.PlateChanged> putAway = new HashMap<>();
    private final List<Draft> happened = new ArrayList<>();
    private final Set<Integer> undone = new HashSet<>();
    private LocalDate today = Floors.TODAY;
    private BenchRules rules = BenchRules.USUAL;
    private @Nullable Operator operator;
    private boolean lags;
    private int visible;

    /** An item of the catalogue. */
    public Floor with(Item item) {
        items.put(item.id(), item);
        return this;
    }

    /** A location. */
    public Floor with(Location location) {
        locations.put(location.code(), location);
        return this;
    }

    /** What lies at a place; asked for in the order in which it is told here. */
    public Floor with(StockBalance balance) {
        stock.add(balance);
        return this;
    }

    /** A notice. */
    public Floor with(Asn asn) {
        asns.put(asn.id(), asn);
        return this;
    }

    /** A person. */
    public Floor with(Operator person) {
        operators.put(person.badge(), person);
        return this;
    }

    /** A shipment that this station does not hold. */
    public Floor with(Shipment shipment) {
        shipments.add(shipment);
        return this;
    }

    /** Others hold what lies in a tote no more. */
    public void withdraw(ToteCode tote) {
        shipments.removeIf(shipment -> tote.equals(shipment.tote()));
    }

    /** A plate that was put away. */
    public Floor with(Feed.PlateChanged plate) {
        putAway.put(plate.plate(), plate);
        return this;
    }

    /** Units that lay in a tote before the test began. */
    public Floor inTote(String tote, Item item, int units) {
        stock.add(new StockBalance(Place.of(new ToteCode(tote)), Goods.of(item.id()), units));
        return this;
    }

    /** Leased work. */
    public Floor with(ShipmentTask task) {
        tasks.put(task.id(), task);
        return this;
    }

    /** The bench's settings. */
    public Floor with(BenchRules bench) {
        rules = bench;
        return this;
    }

    /** What day it is; until this is told, the day on which the goods of {@link Floors#asn()} are expected. */
    public Floor on(LocalDate day) {
        today = day;
        return this;
    }

    /** Who is signed in, null for nobody. */
    public Floor signedIn(@Nullable Operator person) {
        operator = person;
        return this;
    }

    /** From now on acts show only after {@link #settle()}. */
    public Floor lagging() {
        lags = true;
        return this;
    }

    /** Every act shows. */
    public Floor settle() {
        visible = happened.size();
        return this;
    }

    /** The shop calls a shipment off. */
    public void callOff(TaskId task) {
        cancelled.add(task);
    }

    /**
     * The server answers what is missing of a shipment.
     *
     * @param task what it wants now
     * @param more whether others are to be picked in the place of what is missing
     */
    public Floor answer(ShipmentTask task, boolean more) {
        answered.put(task.id(), new Answered(happened.size(), more));
        return with(task);
    }

    private record Answered(int at, boolean more) {}

    /** Another station gets the work. */
    public void takeAway(TaskId task) {
        tasks.remove(task);
    }

    /** Makes acts durable. */
    public void record(List<Draft> drafts) {
        happened.addAll(drafts);
        if (!lags) {
            settle();
        }
    }

    /** Takes the newest acts back. */
    public void takeBack(List<Draft> drafts) {
        int first = happened.size() - 1;
        for (Draft draft : drafts.reversed()) {
            while (undone.contains(first) || !happened.get(first).equals(draft)) {
                first--;
            }
            undone.add(first);
        }
    }

    /** What counts, in order. */
    public List<Draft> counted() {
        return counted(happened.size());
    }

    /** The acts of one kind that count, in order. */
    public <A extends Act> List<A> acts(Class<A> kind) {
        return counted().stream()
                .map(Draft::act)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** All movements that count, in order. */
    public List<Movement> movements() {
        return counted().stream().flatMap(draft -> draft.movements().stream()).toList();
    }

    private List<Draft> counted(int upTo) {
        List<Draft> counted = new ArrayList<>();
        for (int i = 0; i < upTo; i++) {
            if (!undone.contains(i)) {
                counted.add(happened.get(i));
            }
        }
        return counted;
    }

    private <A extends Act> List<A> seen(Class<A> kind) {
        return counted(visible).stream()
                .map(Draft::act)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public @Nullable Operator operator() {
        return operator;
    }

    @Override
    public Optional<Operator> operatorByBadge(String badge) {
        return Optional.ofNullable(operators.get(badge));
    }

    @Override
    public List<Operator> operators() {
        return List.copyOf(operators.values());
    }

    @Override
    public List<Location> locations() {
        return List.copyOf(locations.values());
    }

    @Override
    public Optional<Operator> operator(OperatorId id) {
        return operators.values().stream()
                .filter(person -> person.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Feed.PlateChanged> plateEver(LicensePlate plate) {
        return Optional.ofNullable(putAway.get(plate));
    }

    /** Everything that happened counts: the real look-up waits for it. */
    @Override
    public List<StockBalance> inTote(ToteCode tote) {
        return Reckoned.lying(Place.of(tote), stock, movements());
    }

    @Override
    public List<PutBack> putBacks() {
        return Reckoned.totes(stock, movements()).stream()
                .flatMap(tote -> PutBacks.of(tote, this).stream())
                .toList();
    }

    @Override
    public boolean isOnline() {
        return online;
    }

    /** The cable is pulled. */
    public Floor offline() {
        online = false;
        return this;
    }

    @Override
    public List<Shipment> shipments(String code) {
        return Stream.concat(tasks.values().stream().map(this::known), shipments.stream())
                .filter(shipment -> Stream.concat(
                                Stream.of(shipment.order().number(), shipment.tote()), shipment.waybills().stream())
                        .anyMatch(name -> name != null && name.toString().equalsIgnoreCase(code.strip())))
                .sorted(Comparator.comparing((Shipment shipment) -> shipment.stage() == TaskStage.CANCELLED)
                        .thenComparing(shipment -> shipment.stage() == TaskStage.PACKED))
                .toList();
    }

    private Shipment known(ShipmentTask task) {
        Progress progress = progress(task.id(), happened.size());
        TaskStage stage = progress.cancelled()
                ? TaskStage.CANCELLED
                : progress.packedOut()
                        ? TaskStage.PACKED
                        : progress.pickFinished() ? TaskStage.PICKED : TaskStage.RELEASED;
        return new Shipment(
                task.id(),
                task.shipment(),
                task.order(),
                stage,
                task.lease().station(),
                task.lease().token(),
                progress.tote(),
                progress.waybills(),
                progress.packedOut() ? new Shipment.Closing(Floors.NOW, Floors.MINJI.id()) : null);
    }

    @Override
    public int failedSignIns(String badge) {
        return Reckoned.failedSignIns(badge, operators.get(badge), counted(visible));
    }

    @Override
    public PinHash.Check checkPin(Operator person, String pin) {
        if (person.pinHash().equals(NO_PEPPER)) {
            return PinHash.Check.UNKNOWN;
        }
        return person.pinHash().equals("hash of " + pin) ? PinHash.Check.RIGHT : PinHash.Check.WRONG;
    }

    @Override
    public Optional<Item> item(ItemId sku) {
        return Optional.ofNullable(items.get(sku));
    }

    @Override
    public List<Item> itemsByBarcode(String barcode) {
        return items.values().stream()
                .filter(item -> item.barcodes().contains(barcode))
                .toList();
    }

    @Override
    public Optional<Location> location(LocationCode code) {
        return Optional.ofNullable(locations.get(code));
    }

    @Override
    public List<Location> putawayPlaces(ItemId sku) {
        return locations.values().stream()
                .filter(location -> location.kind() != Location.Kind.DOCK)
                .sorted(Comparator.comparingInt(Location::walk))
                .toList();
    }

    @Override
    public List<Asn> openAsns() {
        return asns.keySet().stream()
                .map(number -> asn(number).orElseThrow())
                .filter(asn -> !asn.closed())
                .toList();
    }

    @Override
    public Optional<Asn> asn(AsnId number) {
        return Optional.ofNullable(asns.get(number))
                .map(asn -> Receipts.counted(asn, seen(Act.GoodsReceived.class), seen(Act.ReceiptClosed.class)));
    }

    @Override
    public List<Asn> asns(AsnNumber number) {
        return asns.keySet().stream()
                .filter(id -> id.number().equals(number))
                .map(id -> asn(id).orElseThrow())
                .toList();
    }

    @Override
    public List<Act.GoodsReceived> receivedHere(AsnId number) {
        return seen(Act.GoodsReceived.class).stream()
                .filter(act -> act.asn().equals(number))
                .toList();
    }

    @Override
    public Optional<Plate> plate(LicensePlate plate) {
        return plates().stream().filter(p -> p.plate().equals(plate)).findFirst();
    }

    @Override
    public List<Plate> plates() {
        return Receipts.waiting(seen(Act.GoodsReceived.class), seen(Act.PutAway.class));
    }

    @Override
    public LicensePlate nextPlate() {
        long made = happened.stream()
                .filter(draft -> draft.act() instanceof Act.GoodsReceived)
                .count();
        return Receipts.sscc(made + 1);
    }

    @Override
    public List<StockBalance> stock(ItemId sku) {
        return stock.stream().filter(balance -> balance.item().equals(sku)).toList();
    }

    @Override
    public List<ShipmentTask> tasks() {
        return tasks.values().stream()
                .filter(task -> !progress(task.id()).packedOut())
                .sorted(Comparator.comparing(ShipmentTask::cutOff))
                .toList();
    }

    @Override
    public Optional<ShipmentTask> task(TaskId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /** These numbers wait here for further boxes, and no others. */
    public Floor spare(String... waybills) {
        spare.clear();
        Stream.of(waybills).map(WaybillNumber::new).forEach(spare::add);
        return this;
    }

    @Override
    public List<WaybillNumber> spareWaybills(CarrierCode carrier) {
        Set<WaybillNumber> begun = counted(visible).stream()
                .map(Draft::act)
                .filter(Act.BoxBegun.class::isInstance)
                .map(act -> ((Act.BoxBegun) act).waybill())
                .collect(Collectors.toSet());
        return spare.stream().filter(number -> !begun.contains(number)).toList();
    }

    @Override
    public Progress progress(TaskId id) {
        return progress(id, visible);
    }

    private Progress progress(TaskId id, int upTo) {
        ShipmentTask task = tasks.get(id);
        Progress progress = task == null ? Progress.NONE : Progresses.begin(task.waybill(), cancelled.contains(id));
        Answered answer = answered.get(id);
        for (int i = 0; i <= upTo; i++) {
            if (answer != null && i == answer.at()) {
                progress = Progresses.answered(progress, answer.more());
            }
            if (i < upTo && !undone.contains(i) && id.equals(happened.get(i).task())) {
                progress = Progresses.after(progress, happened.get(i).act());
            }
        }
        return progress;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public Warehouse warehouse() {
        return Floors.WAREHOUSE;
    }

    @Override
    public String station() {
        return "ST-1";
    }

    @Override
    public BenchRules rules() {
        return rules;
    }
}
