package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.release.WorkLine;
import java.util.List;
import java.util.Optional;

/** Goods of a pick list go into a tote, or are not where they should be. */
record Picking(Act.PickingAct act) implements ActHandler {

    @Override
    public boolean belongsToTask() {
        return true;
    }

    @Override
    public Optional<String> moves(Moves moves) {
        return switch (act) {
            case Act.Picked picked -> picked(moves, picked);
            case Act.PickShorted shorted -> {
                WorkLine line = moves.line(shorted.line());
                yield line != null
                                && shorted.item().equals(line.item())
                                && holds(line, shorted.location(), shorted.missing())
                        ? moves.nothing()
                        : Moves.otherGoods(shorted.line());
            }
            case Act.PickFinished _ -> moves.nothing();
        };
    }

    private static Optional<String> picked(Moves moves, Act.Picked act) {
        WorkLine line = moves.line(act.line());
        return line != null && act.goods().equals(line.goods()) && holds(line, act.location(), act.quantity())
                ? moves.exactly(
                        List.of(Moves.taken(line, act.quantity(), Place.of(act.location()), Place.of(act.tote()))))
                : Moves.otherGoods(act.line());
    }

    private static boolean holds(WorkLine line, LocationCode location, Quantity units) {
        return location.equals(line.location()) && units.units() <= line.quantity();
    }

    @Override
    public void decide(Case it) {
        switch (act) {
            case Act.Picked picked -> it.currentWork().ifPresent(work -> picked(it, work, picked));
            case Act.PickShorted shorted -> shorted(it, shorted);
            case Act.PickFinished finished -> it.currentWork().ifPresent(work -> finished(it, work, finished));
        }
    }

    private static void picked(Case it, Work work, Act.Picked act) {
        it.add(new Outcome.LineDone(work.task(), act.line(), act.quantity().units(), 0));
        if (!act.tote().equals(work.tote())) {
            it.add(new Outcome.ToteUsed(work.task(), act.tote()));
        }
    }

    private static void shorted(Case it, Act.PickShorted act) {
        it.raise(
                ExceptionKind.SHORT_PICK,
                it.work().map(work -> work.order().value()).orElse(act.item().value()),
                "line %d: %s x %s missing at %s, reason %s"
                        .formatted(act.line(), act.missing(), act.item(), act.location(), act.reason()));
        it.currentWork()
                .ifPresent(work -> it.add(new Outcome.LineDone(
                        work.task(), act.line(), 0, act.missing().units())));
    }

    private static void finished(Case it, Work work, Act.PickFinished act) {
        it.add(new Outcome.ToteUsed(work.task(), act.tote()));
        if (work.stage() == TaskStage.RELEASED) {
            it.add(new Outcome.StageSet(work.task(), TaskStage.PICKED));
        }
    }

    @Override
    public void undo(Case it) {
        it.work().ifPresent(work -> {
            switch (act) {
                case Act.Picked picked ->
                    it.add(new Outcome.LineDone(
                            work.task(), picked.line(), -picked.quantity().units(), 0));
                case Act.PickShorted shorted ->
                    it.add(new Outcome.LineDone(
                            work.task(), shorted.line(), 0, -shorted.missing().units()));
                case Act.PickFinished _ -> {
                    if (work.stage() == TaskStage.PICKED) {
                        it.add(new Outcome.StageSet(work.task(), TaskStage.RELEASED));
                    }
                }
            }
        });
    }
}
