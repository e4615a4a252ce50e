package dev.dockhand.model.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
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

    private static final ObjectWriter WRITER = Json.mapper().writerFor(Feed.Change.class);

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
            case Feed.ItemChanged ignored -> count(Kind.ITEM, row);
            case Feed.LocationChanged ignored -> count(Kind.LOCATION, row);
            case Feed.OperatorChanged ignored -> count(Kind.OPERATOR, row);
            case Feed.AsnChanged(Asn asn) -> countIf(!asn.closed(), Kind.ASN, row);
            case Feed.StockChanged(StockBalance stock) -> stock(stock);
            case Feed.PlateChanged plate -> plates.put(Place.of(plate.plate()), plate);
            case Feed.TaskChanged(Shipment shipment) -> countIf(isCompared(shipment), Kind.TASK, row);
            case Feed.StationHead head -> countIf(head.station().equals(station), Kind.STATION, row);
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
        try {
            count(kind, WRITER.writeValueAsBytes(row));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a row cannot be written", e);
        }
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
        sums.forEach((kind, sum) -> rows.put(kind, Digest.Sum.of(sum.count, sum.hash)));
        return new Digest(Digest.FORM, serverEpoch, cursor, mark, since, rows);
    }
}
