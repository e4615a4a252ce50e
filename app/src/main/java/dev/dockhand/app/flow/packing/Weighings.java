package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.measure.Grams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a weight to the label, or to a second look into the box. */
final class Weighings {

    /** No parcel is heavier, in grams. */
    static final int HEAVIEST = 100_000;

    private Weighings() {}

    /** Weighs once more. */
    static Decision<PackState> again(Parcel parcel) {
        return Answers.<PackState>note(new Weighing(parcel), "packing.weighing").with(new Effect.Weigh());
    }

    /** A weight came: in tolerance it leads on to the label, else the operator looks into the box. */
    static Decision<PackState> judge(PackState state, Parcel parcel, Input.Weighed weighed, Lookup lookup) {
        Grams grams = weighed.grams();
        if (grams.compareTo(Grams.ZERO) <= 0 || grams.compareTo(Grams.of(HEAVIEST)) > 0) {
            return Answers.<PackState>warn(state, "packing.no-such-weight", grams)
                    .with(new Effect.Weigh());
        }
        Grams expected = Weights.expected(parcel, lookup);
        if (expected == null
                || Weights.isRight(grams, expected, lookup.warehouse().weighing())) {
            return accept(parcel, weighed, expected, "", null, lookup);
        }
        WeightOff off = new WeightOff(parcel, weighed, expected);
        return Decision.did(
                off,
                new Verdict(Verdict.Tone.STOP, words(off, lookup)),
                List.of(act(parcel, weighed, expected, false, "", null, lookup)));
    }

    /**
     * The weight is right, cannot be checked, or is accepted for a reason: the labels are printed, or another box is begun.
     *
     * @param reason why a weight beyond tolerance is accepted; empty where it is not
     * @param approver who gave the word for a weight far beyond it
     */
    static Decision<PackState> accept(
            Parcel parcel,
            Input.Weighed weighed,
            @Nullable Grams expected,
            String reason,
            @Nullable OperatorId approver,
            Lookup lookup) {
        Parcel after = parcel.weighing(weighed.grams());
        List<Draft> acts = List.of(act(parcel, weighed, expected, true, reason, approver, lookup));
        return after.isComplete()
                ? Labels.first(
                        after.at(1),
                        acts,
                        expected == null
                                ? Verdict.warn("packing.weight-not-checked")
                                : Verdict.done("packing.weight-taken"),
                        lookup)
                : Boxes.next(after, acts, lookup);
    }

    private static Draft act(
            Parcel parcel,
            Input.Weighed weighed,
            @Nullable Grams expected,
            boolean accepted,
            String reason,
            @Nullable OperatorId approver,
            Lookup lookup) {
        Act act = new Act.ParcelWeighed(
                parcel.at(), weighed.grams(), expected, accepted, weighed.raw(), weighed.device(), reason, approver);
        return Drafts.of(lookup, parcel.task(), act);
    }

    /** By how much the weight is off, and what is likely wrong. */
    static Text words(WeightOff off, Lookup lookup) {
        Grams difference = off.weighed().grams().minus(off.expected());
        boolean tooLight = difference.compareTo(Grams.ZERO) < 0;
        Grams by = difference.magnitude();
        Optional<Weights.Suspect> suspect =
                Weights.suspect(off.parcel(), off.weighed().grams(), off.expected(), lookup);
        if (suspect.isEmpty()) {
            return Text.of(tooLight ? "packing.too-light" : "packing.too-heavy", by);
        }
        return Text.of(
                tooLight ? "packing.too-light-suspect" : "packing.too-heavy-suspect",
                by,
                suspect.get().units(),
                suspect.get().item());
    }

    /** The parcel's words with the weight that is expected. */
    static List<Text> summary(Parcel parcel, Lookup lookup) {
        List<Text> words = new ArrayList<>(parcel.summary());
        Grams expected = Weights.expected(parcel, lookup);
        words.add(expected == null ? Text.of("packing.weight-unknown") : Text.of("packing.expected", expected));
        return words;
    }
}
