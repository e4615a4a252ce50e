package dev.dockhand.server.release;

import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Leases.Why;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.store.Tx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work that a station names by its order or tote, whoever holds it. Picked goods go to the bench that has them in front of it,
 * as long as nobody has begun to pack them; what was begun elsewhere goes on a supervisor's word only.
 */
final class HandingOn {

    /** A tote is used again and again: picked goods are meant before what somebody is still picking. */
    private static final String NAMED = """
        SELECT task FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND stage IN ('RELEASED', 'PICKED')
            AND (order_id = :order OR tote = :tote)
        ORDER BY stage, shipment\
        """;

    private static final String SUPERVISOR = """
        SELECT count(*) FROM operator
        WHERE company = :company AND warehouse = :warehouse AND operator_id = :operator AND role = 'SUPERVISOR' AND active\
        """;

    private final Works works;
    private final Granting granting;

    HandingOn(Works works, Granting granting) {
        this.works = works;
        this.granting = granting;
    }

    /** Gives the named work to the station; or says why not. */
    Optional<Leases.Refusal> take(Granting.Scene scene, Leases.Request wish) {
        Tx tx = scene.tx();
        OperatorId adopter = wish.adopter();
        if (adopter != null && !isSupervisor(tx, adopter)) {
            return Optional.of(new Leases.Refusal(Why.NO_SUPERVISOR, wish.order(), wish.tote(), null, null, null));
        }
        List<TaskId> named = tx.query(NAMED)
                .bind("order", wish.order() == null ? null : wish.order().value())
                .bind("tote", wish.tote() == null ? null : wish.tote().value())
                .map((row, context) -> new TaskId(row.getString("task")))
                .list();
        List<Work> all = works.lock(tx, named, List.of());
        Leases.Refusal first = null;
        for (TaskId task : named) {
            Work work = all.stream()
                    .filter(one -> one.task().equals(task))
                    .findFirst()
                    .orElseThrow();
            Optional<Leases.Refusal> refused = take(scene, work, adopter);
            if (refused.isEmpty()) {
                return Optional.empty();
            }
            first = first == null ? refused.get() : first;
        }
        return Optional.of(
                first == null ? new Leases.Refusal(Why.NOT_OPEN, wish.order(), wish.tote(), null, null, null) : first);
    }

    private Optional<Leases.Refusal> take(Granting.Scene scene, Work work, @Nullable OperatorId adopter) {
        Tx tx = scene.tx();
        StationId holder = work.holder();
        if (!work.isOpen() || work.waits()) {
            return Optional.of(refused(work.isOpen() ? Why.WAITS : Why.NOT_OPEN, work, null));
        }
        if (holder == null) {
            Granting.Scene one = new Granting.Scene(tx, scene.station(), null, List.of(work.task()));
            return granting.grant(one, 1) == 1 ? Optional.empty() : Optional.of(refused(Why.NO_NUMBER, work, null));
        }
        if (holder.equals(scene.station())) {
            return Optional.empty();
        }
        InHand inHand = InHand.of(tx, work);
        boolean waitsForBench = work.stage() == TaskStage.PICKED && !inHand.packing();
        if (adopter == null && !waitsForBench) {
            return Optional.of(refused(inHand.packing() ? Why.BEING_PACKED : Why.BEING_PICKED, work, inHand));
        }
        granting.end(
                tx,
                work,
                waitsForBench ? "HANDED_ON" : "ADOPTED",
                waitsForBench || adopter == null ? null : adopter.value());
        granting.lease(scene, List.of(work.task()));
        return Optional.empty();
    }

    private static Leases.Refusal refused(Why why, Work work, @Nullable InHand inHand) {
        return new Leases.Refusal(
                why,
                work.order(),
                work.tote(),
                work.holder(),
                inHand == null ? null : inHand.operator(),
                inHand == null ? null : inHand.since());
    }

    private static boolean isSupervisor(Tx tx, OperatorId operator) {
        return tx.query(SUPERVISOR)
                        .bind("operator", operator.value())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }
}
