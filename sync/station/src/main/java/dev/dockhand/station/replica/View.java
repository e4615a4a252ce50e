package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Look-ups: the server's rows with the station's own acts on top. */
final class View implements ReadModel {

    private static final String STOCK = """
        SELECT s.place, s.lot, s.expiry, SUM(s.units), MIN(l.walk) FROM (
            SELECT place, lot, expiry, balance AS units FROM stock WHERE item = ?
            UNION ALL SELECT place, lot, expiry, delta FROM overlay WHERE item = ?) s
        LEFT JOIN location l ON l.place = s.place
        GROUP BY s.place, s.lot, s.expiry HAVING SUM(s.units) <> 0
        """;

    private static final int RECENT_ITEMS = 1_000;

    private final Reader reader;
    private final int epoch;
    private final Recent<ItemId, Optional<Item>> items;
    private final Recent<String, List<Item>> barcodes;
    private final Recent<Boolean, List<ShipmentTask>> work;
    private final Recent<Boolean, Warehouse> warehouse;
    private final Warehouse atEnrolment;

    View(Reader reader, int epoch, Revisions revisions, Warehouse atEnrolment) {
        this.reader = reader;
        this.epoch = epoch;
        this.items = new Recent<>(RECENT_ITEMS, revisions.catalogue);
        this.barcodes = new Recent<>(RECENT_ITEMS, revisions.catalogue);
        this.work = new Recent<>(1, revisions.work);
        this.warehouse = new Recent<>(1, revisions.catalogue);
        this.atEnrolment = atEnrolment;
    }

    /** Answers questions, and brings the read model back when it is damaged. */
    interface Reader {
        <T> T read(Database.Question<T> question);
    }

    @Override
    public Optional<Operator> operatorByBadge(String badge) {
        return reader.read(sql -> sql.first(
                "SELECT json FROM operator WHERE badge = ? ORDER BY id", JsonText.row(Operator.class), badge));
    }

    @Override
    public List<Operator> operators() {
        return reader.read(
                sql -> sql.list("SELECT json FROM operator ORDER BY badge, id", JsonText.row(Operator.class)));
    }

    @Override
    public Optional<Operator> operator(OperatorId id) {
        return reader.read(
                sql -> sql.first("SELECT json FROM operator WHERE id = ?", JsonText.row(Operator.class), id.value()));
    }

    @Override
    public int failedSignIns(String badge) {
        return reader.read(sql -> (int) sql.number("""
            SELECT COUNT(*) FROM refused r WHERE r.badge = ? AND NOT EXISTS (
                SELECT 1 FROM forgiven s JOIN operator o ON o.id = s.operator
                WHERE o.badge = r.badge AND (s.epoch > r.epoch OR s.epoch = r.epoch AND s.seq > r.seq))
            """, badge));
    }

    @Override
    public Optional<Item> item(ItemId id) {
        return items.of(
                id,
                () -> reader.read(sql ->
                        sql.first("SELECT json FROM item WHERE item = ?", JsonText.row(Item.class), id.value())));
    }

    @Override
    public List<Item> itemsByBarcode(String barcode) {
        return barcodes.of(
                barcode,
                () -> List.copyOf(reader.read(sql -> sql.list(
                        "SELECT i.json FROM barcode b JOIN item i ON i.item = b.item WHERE b.code = ? ORDER BY i.item",
                        JsonText.row(Item.class),
                        barcode))));
    }

    @Override
    public List<Item> items(@Nullable ItemId after, int limit) {
        return reader.read(sql -> Dump.items(sql, after == null ? "" : after.value(), limit));
    }

    @Override
    public Warehouse warehouse() {
        return warehouse.of(
                true,
                () -> reader.read(sql -> sql.first("SELECT json FROM warehouse", JsonText.row(Warehouse.class)))
                        .orElse(atEnrolment));
    }

    @Override
    public Optional<Location> location(LocationCode code) {
        return reader.read(sql -> sql.first(
                "SELECT json FROM location WHERE place = ?",
                JsonText.row(Location.class),
                Place.of(code).toString()));
    }

    @Override
    public List<Location> locations() {
        return reader.read(
                sql -> sql.list("SELECT json FROM location ORDER BY walk, place", JsonText.row(Location.class)));
    }

    @Override
    public List<Asn> openAsns() {
        return reader.read(Receipts::open);
    }

    @Override
    public Optional<Asn> asn(AsnId id) {
        return reader.read(sql -> Receipts.asn(sql, id));
    }

    @Override
    public List<Asn> asns(AsnNumber number) {
        return reader.read(sql -> Receipts.numbered(sql, number));
    }

    @Override
    public List<Act.GoodsReceived> receivedHere(AsnId notice) {
        return reader.read(sql -> new Reckoning(Receipts.own(sql, notice)).received());
    }

    @Override
    public Optional<Plate> plate(LicensePlate plate) {
        return reader.read(sql -> Contents.plate(sql, plate));
    }

    @Override
    public List<Plate> plates() {
        return reader.read(Contents::plates);
    }

    @Override
    public Optional<Feed.PlateChanged> plateEver(LicensePlate plate) {
        return reader.read(sql -> Contents.plateEver(sql, plate));
    }

    @Override
    public int platesMade() {
        return reader.read(sql -> (int) sql.number("SELECT plates FROM made WHERE epoch = ?", epoch));
    }

    @Override
    public List<StockBalance> stock(ItemId item) {
        List<Ranked> found =
                reader.read(sql -> sql.list(STOCK, row -> Ranked.of(item, row), item.value(), item.value()));
        return found.stream()
                .filter(ranked -> ranked.balance().place().kind().isOnHand())
                .sorted(Ranked.BEST_FIRST)
                .map(Ranked::balance)
                .toList();
    }

    @Override
    public List<StockBalance> contents(Place place) {
        return reader.read(sql -> Contents.of(sql, place));
    }

    @Override
    public List<PutBack> putBacks() {
        return reader.read(PutBacks::all);
    }

    @Override
    public List<Shipment> shipments(String code) {
        return reader.read(sql -> Shipments.named(sql, code));
    }

    @Override
    public List<ShipmentTask> tasks() {
        return work.of(
                true,
                () -> List.copyOf(reader.read(sql -> sql.list(
                        "SELECT json FROM task WHERE NOT finished ORDER BY cut_off, id",
                        JsonText.row(ShipmentTask.class)))));
    }

    @Override
    public List<WaybillNumber> spareWaybills(CarrierCode carrier) {
        return reader.read(sql -> Spares.free(sql, carrier));
    }

    @Override
    public Optional<ShipmentTask> task(TaskId id) {
        return reader.read(sql -> sql.first(
                "SELECT json FROM task WHERE id = ? AND mark <> 'RETURNING'",
                JsonText.row(ShipmentTask.class),
                id.value()));
    }

    @Override
    public Progress progress(TaskId id) {
        return reader.read(sql ->
                        sql.first("SELECT progress FROM task WHERE id = ?", JsonText.row(Progress.class), id.value()))
                .orElse(Progress.NONE);
    }

    @Override
    public List<ExceptionRecord> openExceptions() {
        return reader
                .read(sql ->
                        sql.list("SELECT json FROM exception WHERE NOT settled", JsonText.row(ExceptionRecord.class)))
                .stream()
                .sorted(Comparator.comparing(ExceptionRecord::raisedAt)
                        .thenComparing(exception -> exception.id().value()))
                .toList();
    }
}
