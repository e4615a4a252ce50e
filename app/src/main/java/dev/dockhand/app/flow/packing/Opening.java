package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a parcel is begun, or gone on with where it was left. */
final class Opening {

    private Opening() {}

    /** After a restart: the parcel that was begun, if there is one. */
    static PackState resume(Lookup lookup) {
        ChooseWork idle = new ChooseWork(Session.NEW);
        return Work.toPack(lookup, Set.of()).stream()
                .filter(task -> isBegun(lookup.progress(task.id())))
                .findFirst()
                .map(task -> open(idle, task, false, lookup).next())
                .orElse(idle);
    }

    private static boolean isBegun(Progress progress) {
        return progress.unitsPacked() > 0 || progress.hasLabel();
    }

    static boolean isCalledOff(Parcel parcel, Lookup lookup) {
        return Work.isCalledOff(parcel.task(), lookup.progress(parcel.task().id()));
    }

    /**
     * Begins a parcel, or goes on with it.
     *
     * @param byTote whether its tote was scanned for that
     */
    static Decision<PackState> open(ChooseWork idle, ShipmentTask task, boolean byTote, Lookup lookup) {
        Progress progress = lookup.progress(task.id());
        ToteCode tote = Work.tote(task, progress);
        Optional<Decision<PackState>> refused = refusal(idle, task, progress);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (tote == null) {
            return Answers.warn(idle, "packing.not-picked", task.order());
        }
        Parcel parcel = Parcel.of(task, tote, byTote, progress, idle.session());
        return Work.isCalledOff(task, progress) ? PackState.alarm(parcel, List.of()) : at(parcel, progress, lookup);
    }

    private static Optional<Decision<PackState>> refusal(ChooseWork idle, ShipmentTask task, Progress progress) {
        if (idle.session().finished().contains(task.id()) || progress.packedOut()) {
            return Optional.of(Answers.warn(idle, "packing.already-packed", task.order()));
        }
        if (idle.session().isShelved(task.id(), progress)
                && Work.hasGoods(task, progress)
                && !Work.isCalledOff(task, progress)) {
            return Optional.of(Answers.warn(idle, "packing.is-on-problem-shelf", task.order()));
        }
        if (Work.isToPack(task, progress) || Work.isCalledOffWithGoods(task, progress)) {
            return Optional.empty();
        }
        if (Work.isCalledOff(task, progress)) {
            return Optional.of(Answers.warn(idle, "packing.is-called-off", task.order()));
        }
        String why = Work.isToPick(task, progress) ? "packing.not-picked" : "packing.nothing-picked";
        return Optional.of(Answers.warn(idle, why, task.order()));
    }

    private static Decision<PackState> at(Parcel parcel, Progress progress, Lookup lookup) {
        boolean wantsLabel = parcel.isComplete() && !lookup.rules().weighs();
        if (parcel.isLabelled() || wantsLabel) {
            // A label may be out: nothing is printed before the operator has looked.
            Parcel labelled = parcel.isLabelled() ? parcel : parcel.at(1);
            return "CONFIRMED".equals(outcome(labelled, progress))
                    ? Answers.note(new ScanBack(labelled), "packing.label-was-printed")
                    : Decision.show(
                            new LabelDoubt(labelled, Math.max(1, labelled.box().labels()), ""),
                            Verdict.warn("packing.label-unknown"));
        }
        if (parcel.isComplete()) {
            return Answers.<PackState>note(new Weighing(parcel), "packing.all-checked")
                    .with(new Effect.Weigh());
        }
        return Answers.note(
                new PackItems(parcel, null), "packing.opened", parcel.task().order());
    }

    private static @Nullable String outcome(Parcel parcel, Progress progress) {
        return progress.boxes().stream()
                .filter(box -> box.waybill().equals(parcel.box().waybill()))
                .map(Progress.Box::labelOutcome)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
