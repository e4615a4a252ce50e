package dev.dockhand.model.event;

import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act before the journal gave it a number: what a flow decides.
 *
 * @param operator who did it, absent before sign-in
 * @param task work that it belongs to, absent for work without a lease
 * @param leaseToken token of that work's lease, absent for work without a lease
 * @param act what was done
 * @param movements what it did to stock
 */
public record Draft(
        @Nullable OperatorId operator,
        @Nullable TaskId task,
        @Nullable Long leaseToken,
        Act act,
        List<Movement> movements) {

    /** Copies the list. */
    public Draft {
        movements = List.copyOf(movements);
    }

    /** An act that belongs to no leased work. */
    public static Draft free(@Nullable OperatorId operator, Act act, List<Movement> movements) {
        return new Draft(operator, null, null, act, movements);
    }
}
