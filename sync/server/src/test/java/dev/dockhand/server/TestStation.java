package dev.dockhand.server;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.accept.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A station as the server sees it: a journal that grows, and pushes of what is not acknowledged. */
public final class TestStation {

    public final StationId id;
    public final int epoch;
    public final List<byte[]> journal = new ArrayList<>();
    public final List<FloorEvent> events = new ArrayList<>();
    public long acked;
    private final TestWarehouse warehouse;
    private String previous = EventCodec.NO_PREVIOUS;

    public TestStation(TestWarehouse warehouse, StationId id, int epoch) {
        this.warehouse = warehouse;
        this.id = id;
        this.epoch = epoch;
    }

    /** Writes an act to the journal. */
    public FloorEvent act(@Nullable ShipmentTask task, Act act, Movement... movements) {
        FloorEvent event = new FloorEvent(
                EventCodec.SCHEMA,
                warehouse.site.company(),
                warehouse.site.warehouse(),
                id,
                epoch,
                journal.size() + 1,
                new EventId(warehouse.ids.next()),
                TestWarehouse.NOW,
                TestWarehouse.OPERATOR,
                task == null ? null : task.id(),
                task == null ? null : task.lease().token(),
                act,
                List.of(movements),
                previous);
        raw(EventCodec.encode(event));
        events.add(event);
        return event;
    }

    /** Writes any line to the journal. */
    public void raw(byte[] line) {
        journal.add(line);
        previous = EventCodec.hash(line);
    }

    public String previous() {
        return previous;
    }

    public ToteCode tote() {
        return new ToteCode("T-" + id.value());
    }

    /** Where the goods of a piece of work go: the tote that it came with, or this station's own. */
    private ToteCode tote(ShipmentTask task) {
        return task.tote() == null ? tote() : task.tote();
    }

    public FloorEvent pick(ShipmentTask task, PickLine line, int units) {
        return act(
                task,
                new Act.Picked(
                        line.line(),
                        new Goods(line.item(), line.goods().lot(), null),
                        Quantity.of(units),
                        line.location(),
                        tote(task)),
                move(line, Quantity.of(units), Place.of(line.location()), Place.of(tote(task))));
    }

    /** Units of a line go from one place to another. */
    public static Movement move(PickLine line, Quantity units, Place from, Place to) {
        return new Movement(
                new Goods(line.item(), line.goods().lot(), line.goods().expiry()), units, from, to);
    }

    /** Picks everything that is left of the work, then packs it. */
    public FloorEvent finish(ShipmentTask task) {
        for (PickLine line : task.lines()) {
            int left = line.quantity().units()
                    - picked(task, line)
                    - line.shorted().units();
            if (left > 0) {
                pick(task, line, left);
            }
        }
        act(task, new Act.PickFinished(tote(task)));
        act(task, new Act.LabelPrinted(1, task.waybill(), 1, "SENT", "", ""));
        act(task, new Act.LabelPrinted(1, task.waybill(), 1, "CONFIRMED", "CLEAR", ""));
        return packed(task);
    }

    public FloorEvent packed(ShipmentTask task) {
        return packed(task, List.of(task.waybill()));
    }

    /** The label on the last of these boxes was scanned back. */
    public FloorEvent packed(ShipmentTask task, List<WaybillNumber> waybills) {
        Movement[] movements = task.lines().stream()
                .filter(line -> picked(task, line) > 0)
                .map(line ->
                        move(line, Quantity.of(picked(task, line)), Place.of(tote(task)), Place.of(task.shipment())))
                .toArray(Movement[]::new);
        return act(task, new Act.ShipmentPacked(task.order(), task.shipment(), waybills), movements);
    }

    /** Units of a line that lie in the tote: what the work came with, and what was done here since. */
    public int picked(ShipmentTask task, PickLine line) {
        Set<EventId> undone = new HashSet<>();
        int units = line.picked().units();
        for (FloorEvent event : events.reversed()) {
            if (event.seq() > task.basedOnSeq() && task.id().equals(event.task()) && !undone.contains(event.id())) {
                switch (event.act()) {
                    case Act.ActUndone act -> undone.add(act.undone());
                    case Act.Picked act
                    when act.line() == line.line() -> units += act.quantity().units();
                    case Act.PackShorted act ->
                        units -= act.parts().stream()
                                .filter(part -> part.line() == line.line())
                                .mapToInt(part -> part.quantity().units())
                                .sum();
                    default -> {}
                }
            }
        }
        return Math.max(0, units);
    }

    /** Units of a line are missing at the bench. */
    public FloorEvent lost(ShipmentTask task, PickLine line, int units) {
        return act(
                task,
                new Act.PackShorted(
                        line.item(),
                        Act.PackShorted.Fault.MISSING,
                        List.of(new Act.PackShorted.Part(line.line(), Quantity.of(units))),
                        tote(task),
                        "NOT_IN_TOTE"),
                move(line, Quantity.of(units), Place.of(tote(task)), Place.CORRECTION));
    }

    /** Units of the first line of a notice come on a plate. */
    public FloorEvent receive(String asn, String sku, LicensePlate plate, int units) {
        Quantity quantity = Quantity.of(units);
        return act(
                null,
                new Act.GoodsReceived(
                        new AsnId("b/" + asn),
                        1,
                        Goods.of(new ItemId("b/" + sku)),
                        quantity,
                        Act.Condition.GOOD,
                        plate,
                        ""),
                new Movement(Goods.of(new ItemId("b/" + sku)), quantity, Place.SUPPLIER, Place.of(plate)));
    }

    /** Everything on a plate goes to a location. */
    public FloorEvent putAway(String sku, LicensePlate plate, int units, LocationCode location) {
        return act(
                null,
                new Act.PutAway(plate, location),
                new Movement(
                        Goods.of(new ItemId("b/" + sku)), Quantity.of(units), Place.of(plate), Place.of(location)));
    }

    /** Units of this station's tote go to a location, for nobody's work. */
    public FloorEvent putBack(Goods goods, int units, LocationCode location) {
        Quantity quantity = Quantity.of(units);
        return act(
                null,
                new Act.PutBack(tote(), goods, quantity, location),
                new Movement(goods, quantity, Place.of(tote()), Place.of(location)));
    }

    /** Takes an act back. */
    public FloorEvent undo(@Nullable ShipmentTask task, FloorEvent undone) {
        Movement[] reversed =
                undone.movements().stream().map(Movement::reversed).toArray(Movement[]::new);
        return act(task, new Act.ActUndone(undone.id()), reversed);
    }

    /** Pushes everything that is not acknowledged. */
    public Push.Result push() {
        Answer answer = send((int) acked + 1, journal.size(), false);
        if (!(answer instanceof Answer.Taken taken)) {
            throw new AssertionError("refused: " + answer);
        }
        acked = taken.result().acked();
        return taken.result();
    }

    /** Sends events and forgets the answer. */
    public Answer send(int first, int last, boolean opaque) {
        return warehouse.events.accept(
                warehouse.site, id, epoch, List.copyOf(journal.subList(first - 1, last)), opaque);
    }
}
