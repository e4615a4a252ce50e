package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Meaning;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.TaskStage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work whose tote stands at this bench and that another station holds, or nobody: the server is asked for it.
 *
 * @param task key of the work
 * @param order its order
 * @param tote where its goods lie
 * @param holder who holds it as far as known, absent when nobody does
 */
record Elsewhere(
        TaskId task, OrderId order, ToteCode tote, @Nullable StationId holder) {

    /** The begun work of others that a code names by its tote, order number or waybill. */
    static Optional<Elsewhere> named(ScannedCode code, Lookup lookup) {
        return Codes.tote(code)
                .flatMap(tote -> Meaning.owner(tote, lookup))
                .or(() -> Meaning.named(code, lookup))
                .filter(shipment -> shipment.stage() == TaskStage.RELEASED || shipment.stage() == TaskStage.PICKED)
                .filter(shipment ->
                        shipment.holder() == null || !shipment.holder().value().equals(lookup.station()))
                .flatMap(shipment -> Optional.ofNullable(shipment.tote())
                        .map(tote -> new Elsewhere(shipment.task(), shipment.order(), tote, shipment.holder())));
    }

    /**
     * Asks for it; without a network nobody can say that it is not packed elsewhere.
     *
     * @param adopter supervisor on whose word it is taken from a station that has begun it, absent for nobody
     */
    Decision<PackState> ask(ChooseWork idle, @Nullable OperatorId adopter, Lookup lookup) {
        if (!lookup.isOnline()) {
            return holder == null
                    ? Answers.warn(idle, "packing.needs-network-free", order, tote)
                    : Answers.warn(idle, "packing.needs-network", order, tote, holder);
        }
        return Answers.<PackState>note(new AskedFor(idle, this), "packing.asked", order)
                .with(new Effect.WantWork(null, tote, adopter));
    }
}
