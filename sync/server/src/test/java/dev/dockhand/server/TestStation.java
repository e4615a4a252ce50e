package dev.dockhand.server;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.accept.Answer;
import java.util.ArrayList;
import java.util.List;
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
                warehouse.site.tenant(),
                warehouse.site.warehouse(),
                id,
                epoch,
                journal.size() + 1,
                new EventId(warehouse.ids.next()),
                TestWarehouse.NOW,
                new OperatorId("op-1"),
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

    public FloorEvent pick(ShipmentTask task, PickLine line, int units) {
        return act(
                task,
                new Act.Picked(line.line(), line.sku(), line.lot(), Quantity.of(units), line.location(), tote()),
                new Movement(
                        line.sku(),
                        line.lot(),
                        line.expiry(),
                        Quantity.of(units),
                        Place.of(line.location()),
                        Place.of(tote())));
    }

    /** Picks everything that is left of the work, then packs it. */
    public FloorEvent finish(ShipmentTask task) {
        for (PickLine line : task.lines()) {
            int left = line.quantity().units()
                    - line.picked().units()
                    - line.shorted().units();
            if (left > 0) {
                pick(task, line, left);
            }
        }
        act(task, new Act.PickFinished(tote()));
        act(task, new Act.LabelPrinted(task.waybill(), 1, "SENT", "", ""));
        act(task, new Act.LabelPrinted(task.waybill(), 1, "CONFIRMED", "CLEAR", ""));
        return packed(task);
    }

    public FloorEvent packed(ShipmentTask task) {
        Movement[] movements = task.lines().stream()
                .filter(line -> line.quantity().isMoreThan(line.shorted()))
                .map(line -> new Movement(
                        line.sku(),
                        line.lot(),
                        line.expiry(),
                        line.quantity().minus(line.shorted()),
                        Place.of(tote()),
                        Place.of(task.shipment())))
                .toArray(Movement[]::new);
        return act(task, new Act.ShipmentPacked(task.order(), task.shipment(), task.waybill()), movements);
    }

    /** Units of a line are missing at the bench. */
    public FloorEvent lost(ShipmentTask task, PickLine line, int units) {
        return act(
                task,
                new Act.PackShorted(
                        line.sku(),
                        Act.PackShorted.Fault.MISSING,
                        List.of(new Act.PackShorted.Part(line.line(), Quantity.of(units))),
                        tote(),
                        "NOT_IN_TOTE"),
                new Movement(
                        line.sku(), line.lot(), line.expiry(), Quantity.of(units), Place.of(tote()), Place.CORRECTION));
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
