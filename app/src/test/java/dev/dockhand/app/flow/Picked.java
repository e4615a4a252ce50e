package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import java.util.ArrayList;
import java.util.List;

/** Shipments that were picked before the test begins. */
public final class Picked {

    private Picked() {}

    /** Everything was there. */
    public static void all(Floor floor, ShipmentTask task, String tote) {
        pick(floor, task, tote, task.lines().size(), 0);
    }

    /** Nothing was there. */
    public static void nothing(Floor floor, ShipmentTask task, String tote) {
        pick(floor, task, tote, 0, 0);
    }

    /** One unit of the first line was missing, all else was there. */
    public static void short1(Floor floor, ShipmentTask task, String tote) {
        pick(floor, task, tote, task.lines().size(), 1);
    }

    private static void pick(Floor floor, ShipmentTask task, String tote, int lines, int missingOfFirst) {
        ToteCode code = new ToteCode(tote);
        List<Draft> drafts = new ArrayList<>();
        for (PickLine line : task.lines()) {
            int missing = line.line() > lines ? line.quantity().units() : line.line() == 1 ? missingOfFirst : 0;
            int there = line.quantity().units() - missing;
            if (there > 0) {
                drafts.add(draft(
                        task,
                        new Act.Picked(
                                line.line(),
                                new Goods(line.item(), line.goods().lot(), null),
                                Quantity.of(there),
                                line.location(),
                                code),
                        List.of(new Movement(
                                new Goods(
                                        line.item(),
                                        line.goods().lot(),
                                        line.goods().expiry()),
                                Quantity.of(there),
                                Place.of(line.location()),
                                Place.of(code)))));
            }
            if (missing > 0) {
                drafts.add(draft(
                        task,
                        new Act.PickShorted(
                                line.line(), line.item(), Quantity.of(missing), line.location(), "NOT_FOUND"),
                        List.of()));
            }
        }
        drafts.add(draft(task, new Act.PickFinished(code), List.of()));
        floor.record(drafts);
    }

    private static Draft draft(ShipmentTask task, Act act, List<Movement> movements) {
        return new Draft(Floors.MINJI.id(), task.id(), task.lease().token(), act, movements);
    }
}
