package dev.dockhand.server.accept;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.server.dispatch.NamedWaybills;
import dev.dockhand.server.release.BoxNumbers;
import dev.dockhand.server.release.Work;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows that a push may touch. It is loaded once for a push; each event is decided on what the events
 * before it left.
 */
final class World {

    private final Map<TaskId, Work> works = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Map<ShipmentId, TaskId> taskOf = new HashMap<>();
    private final Map<AsnId, Notice> notices = new HashMap<>();
    private final Map<EventId, Known> events = new HashMap<>();
    private final Map<ShipmentId, EventId> shippedBy = new HashMap<>();
    private final Map<WaybillNumber, NamedWaybills.Known> waybills = new HashMap<>();
    private final Set<ItemId> items = new HashSet<>();
    private final Evidence evidence;

    World(Evidence evidence) {
        this.evidence = evidence;
    }

    Evidence evidence() {
        return evidence;
    }

    /**
     * A notice.
     *
     * @param closed whether receiving is finished
     * @param lines its lines by number
     */
    record Notice(boolean closed, Map<Integer, Line> lines) {

        /** Copies the map. */
        Notice {
            lines = Map.copyOf(lines);
        }

        /** What was received of these lines. */
        Map<Integer, Integer> received(Set<Integer> some) {
            Map<Integer, Integer> received = new TreeMap<>();
            some.forEach(number -> {
                Line line = lines.get(number);
                received.put(number, line == null ? 0 : line.received());
            });
            return received;
        }

        Notice plus(int number, int units) {
            Map<Integer, Line> copy = new TreeMap<>(lines);
            copy.computeIfPresent(number, (same, line) -> line.plus(units));
            return new Notice(closed, copy);
        }
    }

    /**
     * A line of a notice.
     *
     * @param lot announced lot, absent where none is
     * @param expiry announced date, absent where none is
     * @param expected announced units
     * @param received units received so far
     */
    record Line(@Nullable Lot lot, @Nullable LocalDate expiry, int expected, int received) {

        private Line plus(int units) {
            return new Line(lot, expiry, expected, Math.max(0, received + units));
        }
    }

    /**
     * An earlier event.
     *
     * @param event the event
     * @param status what became of it
     * @param undone whether it was taken back
     */
    record Known(FloorEvent event, Push.Status status, boolean undone) {}

    void add(Work work) {
        works.put(work.task(), work);
        taskOf.put(work.shipment(), work.task());
    }

    void add(AsnId number, Notice notice) {
        notices.put(number, notice);
    }

    void add(Known known) {
        events.put(known.event().id(), known);
    }

    void addShipped(ShipmentId shipment, EventId event) {
        shippedBy.put(shipment, event);
    }

    void add(NamedWaybills.Known waybill) {
        waybills.put(waybill.number(), waybill);
    }

    void add(ItemId item) {
        items.add(item);
    }

    /** All work that was loaded, in the order of its keys. */
    List<Work> works() {
        return List.copyOf(works.values());
    }

    Optional<Work> work(@Nullable TaskId task) {
        return task == null ? Optional.empty() : Optional.ofNullable(works.get(task));
    }

    Optional<Work> work(ShipmentId shipment) {
        return work(taskOf.get(shipment));
    }

    Optional<Notice> notice(AsnId number) {
        return Optional.ofNullable(notices.get(number));
    }

    Optional<Known> event(EventId id) {
        return Optional.ofNullable(events.get(id));
    }

    Optional<EventId> shippedBy(ShipmentId shipment) {
        return Optional.ofNullable(shippedBy.get(shipment));
    }

    boolean knows(WaybillNumber waybill) {
        return waybills.containsKey(waybill);
    }

    /** Whether a station may bind a number: it belongs to no shipment, and waits at no other station. */
    boolean isFree(WaybillNumber waybill, StationId station) {
        NamedWaybills.Known known = waybills.get(waybill);
        return known != null && known.isFreeFor(station);
    }

    /** Whether a number is bound to this shipment. */
    boolean isOf(WaybillNumber waybill, ShipmentId shipment) {
        NamedWaybills.Known known = waybills.get(waybill);
        return known != null && shipment.equals(known.shipment());
    }

    boolean knows(ItemId item) {
        return items.contains(item);
    }

    /** Whether this is a place that may be: a known location, or anything that is no location. */
    boolean knows(Place place) {
        return place.kind() != Place.Kind.LOCATION || evidence.knows(place);
    }

    /** Takes in what an event changed. */
    void apply(FloorEvent event, Decision decision) {
        decision.outcomes().forEach(outcome -> apply(event, outcome));
        events.put(event.id(), new Known(event, decision.status(), false));
        evidence.came(event);
        if (decision.moves(event)) {
            evidence.moved(event);
        }
    }

    private void apply(FloorEvent event, Outcome outcome) {
        switch (outcome) {
            case Outcome.LineDone done ->
                works.computeIfPresent(
                        done.task(), (id, work) -> work.done(done.line(), done.picked(), done.shorted()));
            case Outcome.LineLost lost ->
                works.computeIfPresent(lost.task(), (id, work) -> work.lose(lost.line(), lost.units()));
            case Outcome.StageSet set -> works.computeIfPresent(set.task(), (id, work) -> work.at(set.stage()));
            case Outcome.ToteUsed used -> works.computeIfPresent(used.task(), (id, work) -> work.in(used.tote()));
            case Outcome.CancelAnswered answered ->
                works.computeIfPresent(answered.task(), (id, work) -> work.cancelSeen(answered.seen()));
            case Outcome.Received received ->
                notices.computeIfPresent(
                        received.asn(), (id, notice) -> notice.plus(received.line(), received.units()));
            case Outcome.ReceiptSet set ->
                notices.computeIfPresent(set.asn(), (id, notice) -> new Notice(set.closed(), notice.lines()));
            case Outcome.WaybillBound bound -> {
                works.computeIfPresent(
                        bound.task(),
                        (id, work) -> work.carrying(BoxNumbers.with(work.waybills(), bound.box(), bound.waybill())));
                add(new NamedWaybills.Known(bound.waybill(), false, bound.shipment(), event.station()));
            }
            case Outcome.WaybillReturned back -> {
                works.computeIfPresent(
                        back.task(), (id, work) -> work.carrying(BoxNumbers.without(work.waybills(), back.waybill())));
                add(new NamedWaybills.Known(back.waybill(), false, null, event.station()));
            }
            case Outcome.Shipped shipped -> {
                works.computeIfPresent(
                        shipped.task(),
                        (id, work) ->
                                work.carrying(BoxNumbers.packed(work.waybills(), shipped.boxes(), shipped.numbers())));
                shippedBy.put(shipped.shipment(), event.id());
                end(shipped.task(), new Shipment.Closing(event.at(), event.operator()));
            }
            case Outcome.Unshipped unshipped -> {
                shippedBy.remove(unshipped.shipment());
                end(unshipped.task(), null);
            }
            case Outcome.Undone undone ->
                events.computeIfPresent(undone.event(), (id, known) -> new Known(known.event(), known.status(), true));
            case Outcome.PlateMade ignored -> {}
            case Outcome.PlatePut ignored -> {}
            case Outcome.LabelLogged ignored -> {}
            case Outcome.BoxWeighed ignored -> {}
            case Outcome.Raised ignored -> {}
        }
    }

    private void end(TaskId task, Shipment.@Nullable Closing closing) {
        works.computeIfPresent(task, (id, work) -> work.ended(closing));
    }
}
