package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.common.Work;
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
import java.util.Optional;

/** What picking records, and where it goes on. */
final class Picks {

    /** Work is asked for when less than half of what the station wants to hold is left. */
    private static final int REFILL_AT = 2;

    private Picks() {}

    /** The list to go on with: one that was called off with goods in its tote, one that was begun, the most urgent. */
    static PickState next(Round round, Lookup lookup) {
        List<ShipmentTask> open =
                lookup.tasks().stream().filter(task -> !round.isFinished(task)).toList();
        Optional<ShipmentTask> calledOff = open.stream()
                .filter(task -> !lookup.progress(task.id()).pickFinished())
                .filter(task -> Work.isCalledOffWithGoods(task, lookup.progress(task.id())))
                .findFirst();
        if (calledOff.isPresent()) {
            return new CalledOff(Pick.of(calledOff.get(), round, lookup));
        }
        List<ShipmentTask> toPick = open.stream()
                .filter(task -> Work.isToPick(task, lookup.progress(task.id())))
                .toList();
        return toPick.stream()
                .filter(task -> Work.hasGoods(task, lookup.progress(task.id())))
                .findFirst()
                .or(() -> toPick.stream().findFirst())
                .map(task -> at(Pick.of(task, round, lookup)))
                .orElseGet(() -> new NoWork(round));
    }

    /** The step that a list is at. */
    static PickState at(Pick pick) {
        ToteCode tote = pick.tote();
        Optional<PickLine> line = pick.current();
        return tote == null || line.isEmpty() ? new ScanTote(pick) : new ScanPlace(pick, tote, line.get());
    }

    /** Units went from their place into the tote. */
    static Decision<PickState> take(TakeItems step, Quantity units, Lookup lookup) {
        PickLine line = step.line();
        Pick after = step.pick().plus(line, units);
        Movement movement = new Movement(line.goods(), units, Place.of(line.location()), Place.of(step.tote()));
        Act act = new Act.Picked(line.line(), line.goods(), units, line.location(), step.tote());
        List<Draft> acts = List.of(Drafts.of(lookup, step.pick().task(), act, List.of(movement)));
        if (after.open(line).isZero()) {
            return lineDone(after, step.tote(), line, acts, lookup);
        }
        Verdict verdict = Verdict.good("picking.taken", after.picked(line), line.quantity());
        return Decision.did(new TakeItems(after, step.tote(), line, step.here(), true), verdict, acts);
    }

    /** The rest of a line is not there. */
    static Decision<PickState> lack(Pick pick, ToteCode tote, PickLine line, String reason, Lookup lookup) {
        Quantity missing = pick.open(line);
        Act act = new Act.PickShorted(line.line(), line.item(), missing, line.location(), reason);
        return lineDone(pick.lacking(line, missing), tote, line, List.of(Drafts.of(lookup, pick.task(), act)), lookup);
    }

    private static Decision<PickState> lineDone(
            Pick after, ToteCode tote, PickLine line, List<Draft> acts, Lookup lookup) {
        Optional<PickLine> next = after.current();
        if (next.isEmpty()) {
            return listDone(after, tote, acts, lookup);
        }
        boolean isHere = next.get().location().equals(line.location());
        PickState state =
                isHere ? new TakeItems(after, tote, next.get(), false, false) : new ScanPlace(after, tote, next.get());
        Object item = Shown.item(line.item(), lookup);
        Verdict verdict = after.shorted(line).isZero()
                ? Verdict.done("picking.line-done", item, next.get().location())
                : Verdict.warn(
                        "picking.line-short",
                        after.shorted(line),
                        item,
                        next.get().location());
        return Decision.did(state, verdict, acts);
    }

    /** Nothing is left to pick. */
    static Decision<PickState> listDone(Pick after, ToteCode tote, List<Draft> acts, Lookup lookup) {
        List<Draft> all = new ArrayList<>(acts);
        all.add(Drafts.of(lookup, after.task(), new Act.PickFinished(tote)));
        Decision<PickState> done =
                Decision.did(next(after.finishedWith(tote), lookup), verdictOnList(after, tote), all);
        return refilled(
                lookup.rules().role() == BenchRules.Role.PICKS
                        ? done.with(new Effect.GiveBack(List.of(after.task().id())))
                        : done,
                after,
                lookup);
    }

    private static Verdict verdictOnList(Pick after, ToteCode tote) {
        if (!after.hasGoods()) {
            return Verdict.warn("picking.all-short", after.task().order(), tote);
        }
        return after.missing().isZero()
                ? Verdict.done("picking.finished", after.task().order(), tote)
                : Verdict.warn("picking.finished-short", after.task().order(), tote, after.missing());
    }

    /** The operator saw that the list was called off. */
    static Decision<PickState> seen(Pick pick, Lookup lookup) {
        Act act = new Act.CancelSeen(pick.task().shipment());
        ToteCode tote = pick.tote();
        Verdict verdict = tote == null || !pick.hasGoods()
                ? Verdict.note("picking.cancel-seen", pick.task().order())
                : Verdict.note("picking.goods-back", pick.task().order(), tote);
        PickState next = next(pick.round().after(pick.task(), null), lookup);
        return refilled(
                Decision.did(next, verdict, List.of(Drafts.of(lookup, pick.task(), act)))
                        .forGood(),
                pick,
                lookup);
    }

    private static Decision<PickState> refilled(Decision<PickState> decision, Pick pick, Lookup lookup) {
        long left = lookup.tasks().stream()
                .filter(task -> !pick.round().isFinished(task))
                .filter(task -> !task.id().equals(pick.task().id()))
                .filter(task -> Work.isToPick(task, lookup.progress(task.id())))
                .count();
        return left * REFILL_AT < lookup.rules().holdsUpTo() ? decision.with(new Effect.WantWork(null)) : decision;
    }
}
