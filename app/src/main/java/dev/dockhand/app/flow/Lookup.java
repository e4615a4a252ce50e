package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.event.Act;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a flow may ask. Every answer is read-only and comes from the station itself, never from the network. */
public interface Lookup {

    /** Who is signed in, absent before sign-in. */
    @Nullable
    Operator operator();

    /** The operator with this badge, active or not. */
    Optional<Operator> operatorByBadge(String badge);

    /** An operator by the key, for what somebody did. */
    Optional<Operator> operator(OperatorId id);

    /** How many sign-ins with this badge failed since the last one that succeeded. */
    int failedSignIns(String badge);

    /** Whether the PIN is this operator's. Slow on purpose (Argon2id). */
    PinHash.Check checkPin(Operator operator, String pin);

    /** Everybody who works here, in the order of their badges. */
    List<Operator> operators();

    /** An item by its key. */
    Optional<Item> item(ItemId item);

    /** Items that carry this barcode. */
    List<Item> itemsByBarcode(String barcode);

    /** A location by its code. */
    Optional<Location> location(LocationCode code);

    /** Every location, in walking order. */
    List<Location> locations();

    /**
     * Where goods may be put: storage, then places for damaged goods; of each kind the best first, those that hold the
     * item already before the others.
     */
    List<Location> putawayPlaces(ItemId item);

    /** Notices that are not closed. */
    List<Asn> openAsns();

    /** A notice. */
    Optional<Asn> asn(AsnId id);

    /** Notices of a number; several where brands gave the same. */
    List<Asn> asns(AsnNumber number);

    /** What this station counted of a notice and did not take back. */
    List<Act.GoodsReceived> receivedHere(AsnId notice);

    /** A license plate that waits for putaway. */
    Optional<Plate> plate(LicensePlate plate);

    /** Every license plate that waits for putaway. */
    List<Plate> plates();

    /** A license plate that was ever received, waiting or not; with the place where it was put away if that is known. */
    Optional<Feed.PlateChanged> plateEver(LicensePlate plate);

    /** The number that the next license plate gets: an SSCC of this station that was never used. */
    LicensePlate nextPlate();

    /** Where an item is, best place to pick from first. */
    List<StockBalance> stock(ItemId item);

    /**
     * What lies in a tote, by the stock: of all that this station was told, with every act of its own on top. This and not
     * what a job remembers says whether a tote is empty.
     */
    List<StockBalance> inTote(ToteCode tote);

    /** Totes with goods that no open order wants, with every act of this station on top. */
    List<PutBack> putBacks();

    /** Such a tote. */
    default Optional<PutBack> putBack(ToteCode tote) {
        return putBacks().stream().filter(each -> each.tote().equals(tote)).findFirst();
    }

    /**
     * Every shipment of the warehouse, held here or not, that this is the order number, the waybill or the tote of; open
     * ones first, then the newest.
     */
    List<Shipment> shipments(String code);

    /** The work that this station holds and has not finished, most urgent first. */
    List<ShipmentTask> tasks();

    /** One piece of work, finished or not. */
    Optional<ShipmentTask> task(TaskId id);

    /** Numbers of a carrier that wait here for further boxes, and that no box carries. */
    List<WaybillNumber> spareWaybills(CarrierCode carrier);

    /** What was done to a piece of work so far. */
    Progress progress(TaskId id);

    /** The day in this warehouse. */
    LocalDate today();

    /** A moment by the clock in this warehouse. */
    default LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, warehouse().zone());
    }

    /** Whether the server answers now. */
    boolean isOnline();

    /** The name of this station. */
    String station();

    /** How the warehouse works. */
    Warehouse warehouse();

    /** Whether goods may not be sold any more: they are good on the day of their expiry, and for ever without one. */
    default boolean isExpired(@Nullable LocalDate expiry) {
        return expiry != null && expiry.isBefore(today());
    }

    /** The bench's settings that flows need. */
    BenchRules rules();
}
