package dev.dockhand.server.accept;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.server.release.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an event means: a pure function of the event and of what is known. Nothing that people saw is refused; what
 * contradicts is kept and put before a supervisor.
 */
final class Decider {

    private Decider() {}

    /** What this event means in this world. */
    static Decision decide(World world, FloorEvent event) {
        List<Outcome> outcomes = new ArrayList<>();
        checkReferences(world, event, outcomes);
        boolean current = checkLease(world, event, outcomes);
        ActHandler.of(event.act()).decide(new Case(world, event, current, outcomes));
        return new Decision(outcomes);
    }

    private static Outcome unknown(String about, String detail) {
        return new Outcome.Raised(ExceptionKind.UNKNOWN_REFERENCE, about, detail);
    }

    private static void checkReferences(World world, FloorEvent event, List<Outcome> outcomes) {
        for (Movement movement : event.movements()) {
            if (!world.knows(movement.item())) {
                outcomes.add(unknown(movement.item().value(), "item is unknown"));
                return;
            }
            if (!world.knows(movement.from()) || !world.knows(movement.to())) {
                outcomes.add(unknown(movement.from() + " > " + movement.to(), "location is unknown"));
                return;
            }
        }
    }

    /** Whether the event was done under the newest lease of its work; work without a lease is always current. */
    private static boolean checkLease(World world, FloorEvent event, List<Outcome> outcomes) {
        if (event.task() == null) {
            return true;
        }
        Optional<Work> work = world.work(event.task());
        if (work.isEmpty() || work.get().isHeldBy(event.station(), event.leaseToken())) {
            return true;
        }
        outcomes.add(new Outcome.Raised(
                ExceptionKind.STALE_LEASE,
                work.get().order().value(),
                "done by %s under token %s; holder is %s with token %d"
                        .formatted(
                                event.station(),
                                event.leaseToken(),
                                work.get().holder(),
                                work.get().token())));
        return false;
    }
}
