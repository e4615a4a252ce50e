package dev.dockhand.station;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Read-only look-ups in what the station knows: the server's state with the station's own acts on top. Thread-safe; a
 * look-up by key takes well under a millisecond with 100,000 items.
 */
public interface ReadModel {

    /** The operator with this badge, active or not. */
    Optional<Operator> operatorByBadge(String badge);

    /** Everybody, in the order of their badges. */
    List<Operator> operators();

    /** An operator by the key. */
    Optional<Operator> operator(OperatorId id);

    /** Whether any operator is known; none is before the first snapshot came. */
    default boolean knowsOperators() {
        return !operators().isEmpty();
    }

    /** How many sign-ins with this badge failed since the last one that succeeded. */
    int failedSignIns(String badge);

    /** An item by its key. */
    Optional<Item> item(ItemId id);

    /** Items that carry this barcode: GTINs as 14 digits, others as printed. More than one is an ambiguity. */
    List<Item> itemsByBarcode(String barcode);

    /**
     * Some items, in the order of their keys.
     *
     * @param after the key behind which they begin, absent for the first
     * @param limit how many at most
     */
    List<Item> items(@Nullable ItemId after, int limit);

    /** How the warehouse works, as the server told last; before the first snapshot as it was at enrolment. */
    Warehouse warehouse();

    /** A location by its code. */
    Optional<Location> location(LocationCode code);

    /** Every location, in walking order. */
    List<Location> locations();

    /** Notices that are not closed, own receipts counted in. */
    List<Asn> openAsns();

    /** A notice, own receipts counted in. */
    Optional<Asn> asn(AsnId id);

    /** Notices of a number, open or not; several where brands gave the same. */
    List<Asn> asns(AsnNumber number);

    /** What this station counted of a notice and did not take back, oldest first; as long as the journal keeps it. */
    List<Act.GoodsReceived> receivedHere(AsnId notice);

    /** A license plate that waits for putaway. */
    Optional<Plate> plate(LicensePlate plate);

    /** Every license plate that waits for putaway. */
    List<Plate> plates();

    /** A license plate that was ever received, waiting or not; where it was put away is told where that is known. */
    Optional<Feed.PlateChanged> plateEver(LicensePlate plate);

    /** How many license plates this station has made in this epoch. */
    int platesMade();

    /** Where an item is, best place to pick from first: earliest expiry, then walking order. */
    List<StockBalance> stock(ItemId item);

    /** What lies at a place. */
    List<StockBalance> contents(Place place);

    /** Totes with goods that no open order wants, by their codes. */
    List<PutBack> putBacks();

    /**
     * Every shipment of the warehouse, held here or not, that this is the order number, the waybill or the tote of; open
     * ones first, then the newest. Those that ended long ago are forgotten.
     */
    List<Shipment> shipments(String code);

    /** The work that this station holds and has not finished, most urgent cut-off first. */
    List<ShipmentTask> tasks();

    /** Numbers of a carrier that wait here for further boxes, and that no box carries. */
    List<WaybillNumber> spareWaybills(CarrierCode carrier);

    /** One piece of work that this station holds, finished or not. */
    Optional<ShipmentTask> task(TaskId id);

    /** What was done to a piece of work so far, here and before. */
    Progress progress(TaskId id);

    /** Exceptions that nobody has settled yet. */
    List<ExceptionRecord> openExceptions();
}
