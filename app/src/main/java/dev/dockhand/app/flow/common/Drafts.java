package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts of acts by who is signed in. */
public final class Drafts {

    private Drafts() {}

    /** An act that belongs to no leased work. */
    public static Draft free(Lookup lookup, Act act, List<Movement> movements) {
        return Draft.free(operator(lookup), act, movements);
    }

    /** An act of leased work, under the lease that the station holds. */
    public static Draft of(Lookup lookup, ShipmentTask task, Act act, List<Movement> movements) {
        return new Draft(operator(lookup), task.id(), task.lease().token(), act, movements);
    }

    /** An act of leased work that moves nothing. */
    public static Draft of(Lookup lookup, ShipmentTask task, Act act) {
        return of(lookup, task, act, List.of());
    }

    private static @Nullable OperatorId operator(Lookup lookup) {
        Operator operator = lookup.operator();
        return operator == null ? null : operator.id();
    }
}
