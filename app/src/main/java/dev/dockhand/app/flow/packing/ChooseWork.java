package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Meaning;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which order is packed next? Told by its tote, its order number or its waybill, or chosen.
 *
 * @param session what was done since the job was begun
 */
record ChooseWork(Session session) implements PackState {

    private static final int MOST_OPTIONS = 50;

    /** Work that was finished here and may still show for a moment. */
    private Set<TaskId> finished() {
        return session.finished();
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        List<ShipmentTask> named = Work.allNamed(code, lookup).stream()
                .filter(task -> !finished().contains(task.id()))
                .toList();
        if (named.size() > 1) {
            return Answers.note(new ChooseOrder(this, named), "packing.which-order");
        }
        if (named.size() == 1) {
            ShipmentTask task = named.getFirst();
            boolean byTote = !Codes.says(code, task.order().name()) && !Work.carries(code, task, lookup);
            return Opening.open(this, task, byTote, lookup);
        }
        Optional<Decision<PackState>> shipped =
                Meaning.named(code, lookup).flatMap(shipment -> Reprint.offered(this, shipment, code, lookup));
        if (shipped.isPresent()) {
            return shipped.get();
        }
        Optional<Elsewhere> elsewhere = Elsewhere.named(code, lookup);
        if (elsewhere.isPresent()) {
            return elsewhere.get().ask(this, null, lookup);
        }
        Optional<OrderId> free = Meaning.named(code, lookup)
                .filter(shipment -> shipment.holder() == null
                        && shipment.closing() == null
                        && shipment.stage() != TaskStage.UNKNOWN)
                .map(Shipment::order);
        return free.isPresent()
                ? Answers.<PackState>warn(this, "packing.asked-for-order", free.get())
                        .with(new Effect.WantWork(free.get()))
                : Answers.unwanted(this, code, lookup, "packing.tote-wanted");
    }

    private List<ShipmentTask> waiting(Lookup lookup) {
        return Work.toPack(lookup, finished()).stream()
                .filter(task -> {
                    Progress progress = lookup.progress(task.id());
                    return Work.isCalledOff(task, progress) || !session.isShelved(task.id(), progress);
                })
                .toList();
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        return waiting(lookup).stream()
                .filter(task -> task.id().value().equals(option))
                .findFirst()
                .map(task -> Opening.open(this, task, false, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    @Override
    public Decision<PackState> onCancelled(TaskId task, Lookup lookup) {
        return Work.toPack(lookup, finished()).stream()
                .filter(t -> t.id().equals(task))
                .findFirst()
                .map(t -> Decision.<PackState>show(this, Verdict.warn("packing.waiting-called-off", t.order())))
                .orElseGet(() -> Decision.quiet(this));
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<ShipmentTask> waiting = waiting(lookup);
        String words = waiting.isEmpty() ? "packing.no-work" : "packing.choose-work";
        return Screen.of(PackingFlow.ID, "packing.choose-work", Text.of(words))
                .withHint(Text.of(words + ".hint"))
                .withOptions(waiting.stream()
                        .limit(MOST_OPTIONS)
                        .map(task -> option(task, lookup.progress(task.id())))
                        .toList());
    }

    static Screen.Option option(ShipmentTask task, Progress progress) {
        Quantity units =
                task.lines().stream().map(PickLine::line).map(progress::picked).reduce(Quantity.ZERO, Quantity::plus);
        ToteCode tote = Work.tote(task, progress);
        Object where = tote == null ? "" : tote;
        return new Screen.Option(
                task.id().value(),
                Text.of("packing.order", task.order()),
                Work.isCalledOff(task, progress)
                        ? Text.of("packing.work-called-off", where)
                        : Text.of("packing.work", where, units));
    }
}
