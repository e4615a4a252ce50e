package dev.dockhand.model.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.json.Reading;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Shipment;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server tells every station of a warehouse: one ordered feed of states, newest wins. */
public final class Feed {

    private Feed() {}

    /**
     * A stretch of the feed.
     *
     * @param serverEpoch life of the server's data; another one means: take a fresh snapshot
     * @param cursor where to go on; opaque to nobody, a plain rising number
     * @param mark what tells the transaction at the cursor from any other; empty before the first. Where the server finds
     *     another one there, its data came from a backup, said or not
     * @param more whether there is more to fetch at once
     * @param told the changes in order, and the JSON that each came as
     */
    public record Page(
            long serverEpoch,
            long cursor,
            String mark,
            boolean more,
            @JsonProperty("changes") List<Told> told) {

        /** Copies the list. */
        public Page {
            told = List.copyOf(told);
        }

        /** A page of these changes. */
        public static Page of(
                long serverEpoch, long cursor, String mark, boolean more, List<? extends Change> changes) {
            return new Page(
                    serverEpoch,
                    cursor,
                    mark,
                    more,
                    changes.stream().map(Told::of).toList());
        }

        /** The changes in order. */
        public List<Change> changes() {
            return told.stream().map(Told::change).toList();
        }
    }

    /**
     * A change and the JSON that it came as. The JSON is kept whole, so that whoever reads it with more words later finds
     * what this version passed over.
     *
     * @param json one JSON object, in one line
     * @param change what this version reads in it
     * @param unknown what this version does not know of it, see {@link Reading}; mostly nothing
     */
    public record Told(String json, Change change, List<String> unknown) {

        private static final ObjectReader TREE = Json.mapper().reader();
        private static final ObjectWriter WRITER = Json.mapper().writerFor(Change.class);

        /** Copies the list. */
        public Told {
            unknown = List.copyOf(unknown);
        }

        /** A change as this version tells it. */
        public static Told of(Change change) {
            try {
                String json = change instanceof Unknown(String kept) ? kept : WRITER.writeValueAsString(change);
                return new Told(json, change, List.of());
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("a change cannot be written", e);
            }
        }

        /**
         * Reads a line.
         *
         * @throws IOException when it is no change at all, of any version
         */
        public static Told read(String line) throws IOException {
            Reading<Change> read = Reading.tolerant(line, Change.class);
            if (read.value() != null) {
                return new Told(line, read.value(), read.unknown());
            }
            if (!TREE.readTree(line).path("type").isTextual()) {
                throw new IOException("a change says of what kind it is");
            }
            return new Told(line, new Unknown(line), read.unknown());
        }

        /** Reads a change of a page. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Told read(JsonNode json) throws IOException {
            return read(json.toString());
        }

        @Override
        @JsonValue
        @JsonRawValue
        public String json() {
            return json;
        }
    }

    /**
     * First line of a snapshot.
     *
     * @param serverEpoch life of the server's data
     * @param cursor where the feed goes on after this snapshot
     * @param mark of the transaction there, see {@link Page}
     * @param changes how many lines follow
     */
    public record SnapshotHead(long serverEpoch, long cursor, String mark, long changes) {}

    /** The new state of one thing. Holds no recipient; that comes with the lease. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WarehouseChanged.class, name = "warehouse"),
        @JsonSubTypes.Type(value = ItemChanged.class, name = "item"),
        @JsonSubTypes.Type(value = LocationChanged.class, name = "location"),
        @JsonSubTypes.Type(value = OperatorChanged.class, name = "operator"),
        @JsonSubTypes.Type(value = AsnChanged.class, name = "asn"),
        @JsonSubTypes.Type(value = StockChanged.class, name = "stock"),
        @JsonSubTypes.Type(value = PlateChanged.class, name = "plate"),
        @JsonSubTypes.Type(value = TaskChanged.class, name = "task"),
        @JsonSubTypes.Type(value = StationHead.class, name = "station"),
        @JsonSubTypes.Type(value = ExceptionChanged.class, name = "exception")
    })
    public sealed interface Change {}

    /** How the warehouse works is now this. */
    public record WarehouseChanged(Warehouse warehouse) implements Change {}

    /** An item is now this. */
    public record ItemChanged(Item item) implements Change {}

    /** A location is now this. */
    public record LocationChanged(Location location) implements Change {}

    /** An operator is now this. */
    public record OperatorChanged(Operator operator) implements Change {}

    /** A notice is now this. */
    public record AsnChanged(Asn asn) implements Change {}

    /**
     * How many of some goods lie at one place is now this.
     */
    public record StockChanged(StockBalance stock) implements Change {}

    /**
     * A license plate was received, here or at another station. How much of it still waits is its stock balance; this
     * tells every station whether it may go to a storage location. A plate that none of these told of counts as good.
     *
     * @param plate its number
     * @param condition whether the goods can be sold
     * @param location where it was put away, absent while it waits
     */
    public record PlateChanged(
            LicensePlate plate,
            Act.Condition condition,
            @Nullable LocationCode location) implements Change {}

    /** A shipment's work is now this. A station drops what it holds when the holder or the token is another one. */
    public record TaskChanged(Shipment shipment) implements Change {}

    /**
     * All the changes that this station's events up to {@code seq} caused stand before this in the feed, so the station
     * can drop its own copy of them.
     *
     * @param station whose events
     * @param epoch which epoch
     * @param seq last event applied
     */
    public record StationHead(StationId station, int epoch, long seq) implements Change {}

    /**
     * A change that this version cannot read, because it is of a kind or says something that came later. It is skipped and stays
     * kept as it came. Its newest state is not known then, and nothing is made of an older one.
     *
     * @param json the change as it came
     */
    public record Unknown(String json) implements Change {}

    /** An exception was raised or settled. */
    public record ExceptionChanged(ExceptionRecord exception) implements Change {}
}
