package dev.dockhand.server.accept;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.server.release.Work;
import java.util.List;
import java.util.Optional;

/**
 * An event that is decided on, or one that is taken back.
 *
 * @param world what is known
 * @param event the event
 * @param current whether it was done under the newest lease of its work; work without a lease is always current
 * @param outcomes takes what changes, in order
 */
record Case(World world, FloorEvent event, boolean current, List<Outcome> outcomes) {

    /** Another event of the same world, whose outcomes go with those of this one. */
    Case of(FloorEvent other) {
        return new Case(world, other, true, outcomes);
    }

    /** The work that the event belongs to. */
    Optional<Work> work() {
        return world.work(event.task());
    }

    /** The work, where what was done to it counts. */
    Optional<Work> currentWork() {
        return current ? work() : Optional.empty();
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    void raise(ExceptionKind kind, String about, String detail) {
        outcomes.add(new Outcome.Raised(kind, about, detail));
    }

    /** The act names something that is not known here, or not so. */
    void unknown(Object about, String detail) {
        raise(ExceptionKind.UNKNOWN_REFERENCE, about.toString(), detail);
    }
}
