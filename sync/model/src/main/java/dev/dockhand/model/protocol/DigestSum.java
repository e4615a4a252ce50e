package dev.dockhand.model.protocol;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Shape;
import dev.dockhand.model.protocol.Digest.Kind;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sums rows up to a {@link Digest}, in any order. A row is hashed as its JSON in the feed, on both sides, so how a side
 * keeps it is nothing to its hash. What a side may forget in its own time is left out: closed notices, plates without goods,
 * parcels that ended some time ago, settled exceptions, places outside the house. Used by one thread.
 */
public final class DigestSum {

    private static final Map<Kind, String> SHAPES = shapes();

    private final StationId station;
    private final Instant since;
    private final MessageDigest sha = sha256();
    private final Map<Kind, Running> sums = new EnumMap<>(Kind.class);
    private final Map<Place, Feed.PlateChanged> plates = new HashMap<>();
    private final Set<Place> full = new HashSet<>();

    private static final class Running {
        private long count;
        private long hash;
    }

    /**
     * Begins with nothing.
     *
     * @param station whose acts count, see {@link Feed.StationHead}
     * @param since parcels that ended before this are left out
     */
    public DigestSum(StationId station, Instant since) {
        this.station = station;
        this.since = since;
    }

    private static Map<Kind, String> shapes() {
        Map<Kind, String> shapes = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            switch (kind) {
                // Codes come with their items, and plates count where stock lies on them.
                case ITEM, BARCODE -> shapes.put(kind, Shape.of(Feed.ItemChanged.class));
                case WAREHOUSE -> shapes.put(kind, Shape.of(Feed.WarehouseChanged.class));
                case LOCATION -> shapes.put(kind, Shape.of(Feed.LocationChanged.class));
                case OPERATOR -> shapes.put(kind, Shape.of(Feed.OperatorChanged.class));
                case ASN -> shapes.put(kind, Shape.of(Feed.AsnChanged.class));
                case STOCK -> shapes.put(kind, Shape.of(Feed.StockChanged.class));
                case PLATE -> shapes.put(kind, Shape.of(Feed.PlateChanged.class, Feed.StockChanged.class));
                case TASK -> shapes.put(kind, Shape.of(Feed.TaskChanged.class));
                case STATION -> shapes.put(kind, Shape.of(Feed.StationHead.class));
                case EXCEPTION -> shapes.put(kind, Shape.of(Feed.ExceptionChanged.class));
                case UNKNOWN -> {}
            }
        }
        return shapes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a row, if both sides must hold it. The barcodes of an item are rows of their own, see {@link #barcode}. */
    public void add(Feed.Change row) {
        switch (row) {
            case Feed.WarehouseChanged ignored -> count(Kind.WAREHOUSE, row);
            case Feed.ItemChanged ignored -> count(Kind.ITEM, row);
            case Feed.LocationChanged ignored -> count(Kind.LOCATION, row);
            case Feed.OperatorChanged ignored -> count(Kind.OPERATOR, row);
            case Feed.AsnChanged(Asn asn) -> countIf(!asn.closed(), Kind.ASN, row);
            case Feed.StockChanged(StockBalance stock) -> stock(stock);
            case Feed.PlateChanged plate -> plates.put(Place.of(plate.plate()), plate);
            case Feed.TaskChanged(Shipment shipment) -> countIf(isCompared(shipment), Kind.TASK, row);
            case Feed.StationHead head -> countIf(head.station().equals(station), Kind.STATION, row);
            case Feed.Unknown ignored -> {}
            case Feed.ExceptionChanged(ExceptionRecord exception) -> countIf(!exception.settled(), Kind.EXCEPTION, row);
        }
    }

    /** Adds every code of an item. */
    public void barcodes(Item item) {
        item.barcodes().stream().distinct().forEach(code -> barcode(code, item.id()));
    }

    /** Adds a code and what it means. */
    public void barcode(String code, ItemId item) {
        count(Kind.BARCODE, (code + '\n' + item).getBytes(StandardCharsets.UTF_8));
    }

    private void stock(StockBalance stock) {
        boolean counts = stock.balance() != 0 && stock.place().kind().isOnHand();
        countIf(counts, Kind.STOCK, new Feed.StockChanged(stock));
        if (counts && stock.place().kind() == Place.Kind.LICENSE_PLATE) {
            full.add(stock.place());
        }
    }

    private boolean isCompared(Shipment shipment) {
        return shipment.closing() == null
                ? shipment.stage() == TaskStage.RELEASED || shipment.stage() == TaskStage.PICKED
                : !shipment.closing().at().isBefore(since);
    }

    private void countIf(boolean counts, Kind kind, Feed.Change row) {
        if (counts) {
            count(kind, row);
        }
    }

    private void count(Kind kind, Feed.Change row) {
        count(kind, Feed.Told.of(row).json().getBytes(StandardCharsets.UTF_8));
    }

    private void count(Kind kind, byte[] row) {
        Running sum = sums.computeIfAbsent(kind, each -> new Running());
        sum.count++;
        sum.hash += ByteBuffer.wrap(sha.digest(row)).getLong();
    }

    /** Everything that was added, as of a moment. Nothing is added after that. */
    public Digest digest(long serverEpoch, long cursor, String mark) {
        plates.forEach((place, plate) -> countIf(full.contains(place), Kind.PLATE, plate));
        Map<Kind, Digest.Sum> rows = new EnumMap<>(Kind.class);
        SHAPES.forEach((kind, shape) -> {
            Running sum = sums.getOrDefault(kind, new Running());
            rows.put(kind, Digest.Sum.of(shape, sum.count, sum.hash));
        });
        return new Digest(Digest.FORM, serverEpoch, cursor, mark, since, rows);
    }
}
