package dev.dockhand.station.replica;

import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.TaskStage;

/** What is known of a piece of work besides its progress. */
enum Mark {
    HELD,
    /** To be given back as soon as the server answers. */
    RETURNING,
    CANCELLED,
    PACKED;

    /** The mark of what the server says. */
    static Mark of(TaskStage stage) {
        return switch (stage) {
            case CANCELLED -> CANCELLED;
            case PACKED -> PACKED;
            case RELEASED, PICKED, UNKNOWN -> HELD;
        };
    }

    /** A cancelled shipment stays on the list only while somebody must put back what was picked. */
    boolean isFinished(Progress progress) {
        boolean begun = progress.tote() != null || !progress.picked().isEmpty() || progress.unitsPacked() > 0;
        return switch (this) {
            case HELD -> progress.packedOut();
            case CANCELLED -> progress.cancelSeen() || !begun;
            case PACKED, RETURNING -> true;
        };
    }

    /** Whether work is held and was begun here: half picked, or half packed. A picked tote waits for whoever packs it. */
    boolean isBegun(Progress progress) {
        boolean begun = progress.pickFinished()
                ? progress.unitsPacked() > 0 || progress.hasLabel()
                : !progress.picked().isEmpty();
        return this == HELD && begun;
    }
}
