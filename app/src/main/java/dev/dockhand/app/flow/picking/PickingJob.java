package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.task.PickLine;
import java.util.Optional;
import java.util.Set;

/** Orders are picked into totes. */
public final class PickingJob extends JobDefinition {

    /** The job. */
    public PickingJob() {
        super(PickingFlow.ID, PickingFlow::new, "menu.picking", "PICK", "mdrmz-shopping_cart");
    }

    @Override
    public Text detail(Lookup lookup) {
        return Text.of("menu.picking.count", Work.toPick(lookup, Set.of()).size());
    }

    @Override
    public boolean opensBy(ScannedCode code, Lookup lookup) {
        return Work.askedFor(code, lookup)
                .filter(task -> Work.isToPick(task, lookup.progress(task.id())))
                .isPresent();
    }

    /** The most urgent order comes first, whichever was scanned. */
    @Override
    public boolean takesCode() {
        return false;
    }

    @Override
    public Optional<Text> left(Lookup lookup) {
        return Work.toPick(lookup, Set.of()).stream()
                .filter(task -> Work.units(lookup.progress(task.id()).picked().values()) > 0)
                .findFirst()
                .map(task -> Text.of(
                        "common.left-picking",
                        task.order(),
                        Work.units(lookup.progress(task.id()).picked().values()),
                        Work.units(task.lines().stream().map(PickLine::quantity).toList())));
    }
}
