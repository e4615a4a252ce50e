package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.WaybillNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another box for what is left in the tote. How many there will be nobody knows before the last unit is in, so the labels, which say it,
 * are printed once all boxes are weighed, one after another, each scanned on its box before the next is printed.
 */
final class Boxes {

    private Boxes() {}

    /** The box in hand is full: it is weighed, then another one is begun. */
    static Decision<PackState> full(PackItems state, Lookup lookup) {
        Parcel parcel = state.parcel();
        if (parcel.box().holdsNothing()) {
            return Answers.warn(state, "packing.box-is-empty");
        }
        if (number(parcel, lookup).isEmpty()) {
            return Answers.<PackState>warn(
                            state, "packing.no-number", parcel.task().carrier())
                    .with(new Effect.WantWork(null));
        }
        return lookup.rules().weighs()
                ? Answers.<PackState>note(new Weighing(parcel), "packing.weigh-full")
                        .with(new Effect.Weigh())
                : next(parcel, List.of(), lookup);
    }

    /** The next box gets its number; one that was begun before and emptied since has it. */
    static Decision<PackState> next(Parcel parcel, List<Draft> before, Lookup lookup) {
        Optional<WaybillNumber> number = number(parcel, lookup);
        if (number.isEmpty()) {
            return Decision.did(
                    new PackItems(parcel, null),
                    Verdict.warn("packing.no-number", parcel.task().carrier()),
                    before);
        }
        boolean isBegun = parcel.at() < parcel.boxes().size();
        Parcel after = isBegun ? parcel.at(parcel.at() + 1) : parcel.begin(number.get());
        List<Draft> acts = new ArrayList<>(before);
        if (!isBegun) {
            acts.add(Drafts.of(lookup, parcel.task(), new Act.BoxBegun(after.at(), number.get())));
        }
        return Decision.did(new PackItems(after, null), Verdict.done("packing.next-box", after.at()), acts);
    }

    private static Optional<WaybillNumber> number(Parcel parcel, Lookup lookup) {
        return parcel.at() < parcel.boxes().size()
                ? Optional.of(parcel.boxes().get(parcel.at()).waybill())
                : lookup.spareWaybills(parcel.task().carrier()).stream()
                        .filter(number -> !parcel.session().taken().contains(number))
                        .findFirst();
    }
}
