package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Units into the parcel, and the parcel out of the house. */
final class Packs {

    private Packs() {}

    /** Units were checked into the parcel; the last one leads on to the scale, or straight to the label. */
    static Decision<PackState> pack(Parcel parcel, ItemId item, Quantity units, Lookup lookup) {
        Parcel after = parcel.plus(item, units);
        List<Draft> acts = List.of(Drafts.of(lookup, parcel.task(), new Act.ItemPacked(parcel.at(), item, units)));
        if (after.isComplete()) {
            return lookup.rules().weighs()
                    ? Decision.<PackState>did(new Weighing(after), Verdict.done("packing.all-checked"), acts)
                            .with(new Effect.Weigh())
                    : Labels.first(after.at(1), acts, Verdict.done("packing.printing"), lookup);
        }
        Object shown = Shown.item(item, lookup);
        Verdict verdict = after.open(item).isZero()
                ? Verdict.good("packing.line-complete", shown)
                : Verdict.good("packing.checked", after.packed(item), after.picked(item));
        return Decision.did(new PackItems(after, item), verdict, acts);
    }

    /** Units of an item are missing or damaged: they leave the tote, and the parcel waits for others. */
    static Decision<PackState> lose(
            Parcel parcel, ItemId item, Quantity units, Act.PackShorted.Fault fault, String reason, Lookup lookup) {
        List<Act.PackShorted.Part> parts = parcel.parts(item, units);
        Optional<Location> shelf = fault == Act.PackShorted.Fault.DAMAGED
                ? lookup.putawayPlaces(item).stream()
                        .filter(location -> location.kind() == Location.Kind.DAMAGED)
                        .findFirst()
                : Optional.empty();
        Place to = shelf.map(location -> Place.of(location.code())).orElse(Place.CORRECTION);
        List<Movement> movements = new ArrayList<>();
        for (Act.PackShorted.Part part : parts) {
            parcel.task().lines().stream()
                    .filter(line -> line.line() == part.line())
                    .forEach(line ->
                            movements.add(new Movement(line.goods(), part.quantity(), Place.of(parcel.tote()), to)));
        }
        Act act = new Act.PackShorted(item, fault, parts, parcel.tote(), reason);
        Text hint = shelf.map(location -> Text.of("packing.problem-shelf.broken", location.code()))
                .orElseGet(() -> Text.of("packing.problem-shelf." + fault));
        return Decision.did(
                new ProblemShelf(parcel.lacking(parts), hint),
                Verdict.warn("packing.short-at-bench", parcel.task().order(), units, Shown.item(item, lookup)),
                List.of(Drafts.of(lookup, parcel.task(), act, movements)));
    }

    /** The parcel waits as it is, and another one is begun. */
    static Decision<PackState> setAside(Parcel parcel) {
        return Answers.note(
                new ChooseWork(parcel.session().settingAside(parcel)),
                "packing.set-aside",
                parcel.task().order());
    }

    /** The tote stands on the problem shelf: on to the next parcel. */
    static Decision<PackState> shelve(Parcel parcel, Lookup lookup) {
        return refilled(
                Answers.note(
                        new ChooseWork(parcel.session()),
                        "packing.shelved",
                        parcel.task().order()),
                parcel,
                lookup);
    }

    /** The right label was scanned on the box: the parcel is closed and leaves the stock, for good. */
    static Decision<PackState> close(Parcel parcel, List<Draft> before, Lookup lookup) {
        Act act = new Act.ShipmentPacked(parcel.task().order(), parcel.task().shipment(), parcel.waybills());
        List<Draft> acts = new ArrayList<>(before);
        acts.add(Drafts.of(lookup, parcel.task(), act, parcel.movements()));
        Verdict verdict = Verdict.done("packing.closed", parcel.task().order());
        return refilled(
                Decision.<PackState>did(new ChooseWork(parcel.sessionAfter()), verdict, acts)
                        .forGood(),
                parcel,
                lookup);
    }

    /** The operator saw that the parcel was called off. */
    static Decision<PackState> seen(Parcel parcel, Lookup lookup) {
        Act act = new Act.CancelSeen(parcel.task().shipment());
        Verdict verdict = Verdict.note("packing.goods-back", parcel.task().order(), parcel.tote());
        List<Draft> acts = List.of(Drafts.of(lookup, parcel.task(), act));
        return refilled(
                Decision.<PackState>did(new ChooseWork(parcel.sessionAfter()), verdict, acts)
                        .forGood(),
                parcel,
                lookup);
    }

    /** Asks for work when less than half of what the station wants to hold is left. */
    private static Decision<PackState> refilled(Decision<PackState> decision, Parcel parcel, Lookup lookup) {
        long left = lookup.tasks().stream()
                .filter(task -> !parcel.sessionAfter().finished().contains(task.id()))
                .filter(task -> Work.isToPick(task, lookup.progress(task.id()))
                        || Work.isToPack(task, lookup.progress(task.id())))
                .count();
        return left * 2 < lookup.rules().holdsUpTo() ? decision.with(new Effect.WantWork(null)) : decision;
    }
}
