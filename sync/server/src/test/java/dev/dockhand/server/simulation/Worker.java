package dev.dockhand.server.simulation;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Plate;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** What somebody at a machine does next, by what the station shows. */
final class Worker {

    private final Machine machine;
    private final Random chance;
    private final IntSupplier plates;

    /**
     * Somebody at a machine.
     *
     * @param plates a number for each license plate, never the same twice
     */
    Worker(Machine machine, Random chance, IntSupplier plates) {
        this.machine = machine;
        this.chance = chance;
        this.plates = plates;
    }

    /** The next act, if there is anything to do. */
    Optional<Draft> next() {
        List<ShipmentTask> tasks = machine.station().view().tasks();
        List<PutBack> unwanted = machine.station().view().putBacks();
        if (!unwanted.isEmpty() && chance.nextInt(3) == 0) {
            return Optional.of(putBack(unwanted.get(chance.nextInt(unwanted.size()))));
        }
        if (tasks.isEmpty() || chance.nextInt(12) == 0) {
            return Optional.of(free());
        }
        ShipmentTask task = tasks.get(chance.nextInt(tasks.size()));
        Progress progress = machine.station().view().progress(task.id());
        if (progress.cancelled() && chance.nextInt(3) == 0) {
            return Optional.of(of(task, new Act.CancelSeen(task.shipment())));
        }
        List<PickLine> open =
                task.lines().stream().filter(line -> left(line, progress) > 0).toList();
        if (!open.isEmpty() && chance.nextInt(10) > 0) {
            return Optional.of(take(task, progress, open.get(chance.nextInt(open.size()))));
        }
        if (!progress.pickFinished() && chance.nextInt(4) > 0) {
            return Optional.of(of(task, new Act.PickFinished(tote(task, progress))));
        }
        return pack(task, progress);
    }

    private Draft take(ShipmentTask task, Progress progress, PickLine line) {
        int left = left(line, progress);
        if (chance.nextInt(10) == 0) {
            return of(task, new Act.PickShorted(line.line(), line.item(), Quantity.ONE, line.location(), "NOT_FOUND"));
        }
        Quantity units = Quantity.of(1 + chance.nextInt(left));
        return of(
                task,
                new Act.Picked(
                        line.line(),
                        new Goods(line.item(), line.goods().lot(), null),
                        units,
                        line.location(),
                        tote(task, progress)),
                TestStation.move(line, units, Place.of(line.location()), Place.of(tote(task, progress))));
    }

    private Optional<Draft> pack(ShipmentTask task, Progress progress) {
        List<PickLine> there = task.lines().stream()
                .filter(line -> progress.picked(line.line()).units() > 0)
                .toList();
        if (there.isEmpty() || progress.packedOut()) {
            return Optional.empty();
        }
        if (chance.nextInt(8) == 0) {
            return Optional.of(lose(task, progress, there.get(chance.nextInt(there.size()))));
        }
        List<WaybillNumber> spare = machine.station().view().spareWaybills(task.carrier());
        List<Progress.Box> boxes = progress.boxes();
        if (!progress.hasLabel() && !spare.isEmpty() && boxes.size() < 4 && chance.nextInt(3) == 0) {
            return Optional.of(of(task, new Act.BoxBegun(boxes.size() + 1, spare.getFirst())));
        }
        for (int box = 1; box <= boxes.size(); box++) {
            if (boxes.get(box - 1).labels() == 0) {
                WaybillNumber number = boxes.get(box - 1).waybill();
                return Optional.of(of(task, new Act.LabelPrinted(box, number, 1, "SENT", "", "")));
            }
        }
        Movement[] movements = there.stream()
                .map(line -> TestStation.move(
                        line, progress.picked(line.line()), Place.of(tote(task, progress)), Place.of(task.shipment())))
                .toArray(Movement[]::new);
        return Optional.of(
                of(task, new Act.ShipmentPacked(task.order(), task.shipment(), progress.waybills()), movements));
    }

    private Draft lose(ShipmentTask task, Progress progress, PickLine line) {
        Quantity units =
                Quantity.of(1 + chance.nextInt(progress.picked(line.line()).units()));
        return of(
                task,
                new Act.PackShorted(
                        line.item(),
                        Act.PackShorted.Fault.MISSING,
                        List.of(new Act.PackShorted.Part(line.line(), units)),
                        tote(task, progress),
                        "NOT_IN_TOTE"),
                TestStation.move(line, units, Place.of(tote(task, progress)), Place.CORRECTION));
    }

    /** Work without a lease: goods come, go to their places, and what nobody expects. */
    private Draft free() {
        List<Plate> waiting = machine.station().view().plates();
        return switch (chance.nextInt(6)) {
            case 0, 1 -> receive();
            case 2, 3 -> waiting.isEmpty() ? receive() : putAway(waiting.get(chance.nextInt(waiting.size())));
            case 4 -> Draft.free(null, new Act.SignInRefused("x"), List.of());
            default -> signOut();
        };
    }

    /** The last act of a shift. */
    static Draft signOut() {
        return Draft.free(TestWarehouse.OPERATOR, new Act.SignedOut(), List.of());
    }

    /** An act on which the server fails. */
    static Draft poison() {
        return Draft.free(null, new Act.SignInRefused("poison \0"), List.of());
    }

    private Draft receive() {
        LicensePlate plate = new LicensePlate("P" + plates.getAsInt());
        Quantity units = Quantity.of(1 + chance.nextInt(6));
        ItemId item = new ItemId("b/A");
        return Draft.free(
                TestWarehouse.OPERATOR,
                new Act.GoodsReceived(new AsnId("b/ASN-1"), 1, Goods.of(item), units, Act.Condition.GOOD, plate, ""),
                List.of(new Movement(Goods.of(item), units, Place.SUPPLIER, Place.of(plate))));
    }

    private Draft putAway(Plate plate) {
        LocationCode location = new LocationCode(Stock.RACKS.get(chance.nextInt(Stock.RACKS.size())));
        return Draft.free(
                TestWarehouse.OPERATOR,
                new Act.PutAway(plate.plate(), location),
                List.of(new Movement(
                        new Goods(
                                plate.item(), plate.goods().lot(), plate.goods().expiry()),
                        plate.quantity(),
                        Place.of(plate.plate()),
                        Place.of(location))));
    }

    /** Some units of a tote that nobody wants go to some rack, by whoever looks at it. */
    private Draft putBack(PutBack tote) {
        PutBack.Line line = tote.lines().get(chance.nextInt(tote.lines().size()));
        Quantity units = Quantity.of(1 + chance.nextInt(line.quantity().units()));
        LocationCode rack = new LocationCode(Stock.RACKS.get(chance.nextInt(Stock.RACKS.size())));
        return Draft.free(
                TestWarehouse.OPERATOR,
                new Act.PutBack(tote.tote(), line.goods(), units, rack),
                List.of(new Movement(line.goods(), units, Place.of(tote.tote()), Place.of(rack))));
    }

    /** Takes the last act back, or one that was taken back before. */
    Optional<Draft> undo() {
        List<FloorEvent> done = new ArrayList<>(machine.green());
        done.removeIf(event -> event.act() instanceof Act.ActUndone);
        if (done.isEmpty()) {
            return Optional.empty();
        }
        FloorEvent last = done.getLast();
        List<Movement> reversed =
                last.movements().stream().map(Movement::reversed).toList();
        return Optional.of(new Draft(
                TestWarehouse.OPERATOR, last.task(), last.leaseToken(), new Act.ActUndone(last.id()), reversed));
    }

    private ToteCode tote(ShipmentTask task, Progress progress) {
        if (progress.tote() != null) {
            return progress.tote();
        }
        return task.tote() == null ? emptyTote() : task.tote();
    }

    /** The first tote of the station's pile in which nothing lies by what it shows. */
    private ToteCode emptyTote() {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> new ToteCode("T-%s-%d".formatted(machine.name(), number)))
                .filter(tote ->
                        machine.station().view().contents(Place.of(tote)).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static int left(PickLine line, Progress progress) {
        return line.quantity().units()
                - progress.picked(line.line()).units()
                - progress.shorted(line.line()).units();
    }

    private static Draft of(ShipmentTask task, Act act, Movement... movements) {
        return new Draft(TestWarehouse.OPERATOR, task.id(), task.lease().token(), act, List.of(movements));
    }
}
