package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import java.util.Optional;
import java.util.Set;

/** What was picked is checked, weighed, labelled and packed. */
public final class PackingJob extends JobDefinition {

    /** The job. */
    public PackingJob() {
        super(PackingFlow.ID, PackingFlow::new, "menu.packing", "PACK", "mdral-inbox");
    }

    @Override
    public Text detail(Lookup lookup) {
        return Text.of("menu.packing.count", Work.toPack(lookup, Set.of()).size());
    }

    @Override
    public boolean opensBy(ScannedCode code, Lookup lookup) {
        Optional<ShipmentTask> held = Work.askedFor(code, lookup);
        return held.isPresent()
                ? !Work.isToPick(held.get(), lookup.progress(held.get().id()))
                : Elsewhere.named(code, lookup).isPresent();
    }

    @Override
    public Optional<Text> left(Lookup lookup) {
        return Work.toPack(lookup, Set.of()).stream()
                .filter(task -> isBegun(lookup.progress(task.id())))
                .findFirst()
                .map(task -> Text.of(
                        "common.left-packing",
                        task.order(),
                        lookup.progress(task.id()).unitsPacked(),
                        Work.units(lookup.progress(task.id()).picked().values())));
    }

    private static boolean isBegun(Progress progress) {
        return progress.unitsPacked() > 0 || progress.hasLabel();
    }
}
