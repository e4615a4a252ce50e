package dev.dockhand.app.flow;

import dev.dockhand.model.task.TaskStage;
import org.jspecify.annotations.Nullable;

/**
 * How strict this bench is.
 *
 * @param weighs whether parcels are weighed here
 * @param lockAfter failed sign-ins until a badge is locked
 * @param holdsUpTo shipments that the station wants to hold, so that it can work offline
 * @param role which of the work is done here
 */
public record BenchRules(boolean weighs, int lockAfter, int holdsUpTo, Role role) {

    /** What suits most benches. */
    public static final BenchRules USUAL = new BenchRules(true, 5, 20);

    /** Which part of the work a station does. */
    public enum Role {
        /** Picks alone: what is in its tote goes back to the server, for whoever packs. */
        PICKS(TaskStage.RELEASED),
        /** Packs alone: it is granted picked totes ahead, so that it has work with the cable pulled. */
        PACKS(TaskStage.PICKED),
        /** Picks and packs what it picked. */
        BOTH(null);

        private final @Nullable TaskStage stage;

        Role(@Nullable TaskStage stage) {
            this.stage = stage;
        }

        /** The stage of work that it asks for, absent for any. */
        public @Nullable TaskStage stage() {
            return stage;
        }
    }

    /** A bench that picks and packs, also where a file says nothing of it. */
    public BenchRules {
        role = role == null ? Role.BOTH : role;
    }

    /** The same at a bench that picks and packs. */
    public BenchRules(boolean weighs, int lockAfter, int holdsUpTo) {
        this(weighs, lockAfter, holdsUpTo, Role.BOTH);
    }
}
