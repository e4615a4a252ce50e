package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Step;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where packing stands. */
public sealed interface PackState extends Step<PackState>
        permits ChooseWork,
                ChooseOrder,
                AskedFor,
                HeldElsewhere,
                PackItems,
                ChooseUnit,
                PackQuantity,
                PackProblem,
                LostReason,
                LostQuantity,
                ProblemShelf,
                Weighing,
                TypeWeight,
                WeightOff,
                WeightReason,
                Printing,
                LabelDoubt,
                PrintReason,
                ScanBack,
                Reprint,
                CalledOff {

    @Override
    default PackState self() {
        return this;
    }

    /** The parcel in hand, absent when there is none or when it was called off. */
    default @Nullable Parcel inHand() {
        return null;
    }

    @Override
    default @Nullable Identifier piece() {
        Parcel parcel = inHand();
        return parcel == null ? null : parcel.task().id();
    }

    @Override
    default Decision<PackState> onCancelled(TaskId task, Lookup lookup) {
        Parcel parcel = inHand();
        return parcel != null && parcel.task().id().equals(task) ? alarm(parcel, List.of()) : Decision.quiet(this);
    }

    @Override
    default Decision<PackState> onChanged(Lookup lookup) {
        Parcel parcel = inHand();
        if (parcel == null || !Work.isTakenAway(parcel.task(), lookup)) {
            return Decision.quiet(this);
        }
        String key = !parcel.isLabelled() ? "packing.taken-away" : "packing.taken-away-labelled";
        return Answers.<PackState>stop(
                        new ChooseWork(parcel.session()), key, parcel.task().order(), parcel.tote())
                .forGood();
    }

    /** The shop called the parcel in hand off: nothing more is printed for it. */
    static Decision<PackState> alarm(Parcel parcel, List<Draft> acts) {
        String key = !parcel.isLabelled() ? "packing.called-off" : "packing.called-off-labelled";
        Verdict verdict =
                new Verdict(Verdict.Tone.ALARM, Text.of(key, parcel.task().order()));
        return Decision.did(new CalledOff(parcel), verdict, acts);
    }
}
