package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.server.release.Work;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an event can be what a station did: its work was granted to that station, its people may do it, and what it says
 * that it moved is what such an act moves. Pure. What does not fit comes from a broken or a forged station.
 */
final class Fit {

    private Fit() {}

    /** What is wrong with an event; nothing where it fits. */
    static Optional<RawEvent.Problem> misfit(World world, FloorEvent event) {
        return Stream.<Check>of(Fit::id, Fit::people, Fit::grant, Moves::misfit)
                .map(check -> check.misfit(world, event))
                .flatMap(Optional::stream)
                .findFirst()
                .map(why -> new RawEvent.Problem(ActHandler.of(event.act()).misfit(world), about(world, event), why));
    }

    private static String about(World world, FloorEvent event) {
        return world.work(event.task()).map(work -> work.order().value()).orElse("");
    }

    private interface Check {
        Optional<String> misfit(World world, FloorEvent event);
    }

    static Optional<String> unless(boolean fits, String problem) {
        return fits ? Optional.empty() : Optional.of(problem);
    }

    private static Optional<String> id(World world, FloorEvent event) {
        return unless(!world.evidence().isUsed(event.id()), "another event has its id");
    }

    private static Optional<String> people(World world, FloorEvent event) {
        Evidence evidence = world.evidence();
        ActHandler act = ActHandler.of(event.act());
        OperatorId operator = event.operator();
        if (operator == null) {
            return unless(act.needsNobody(), "nobody is said to have done it");
        }
        if (!evidence.knows(operator)) {
            return Optional.of("there is no operator " + operator);
        }
        if (event.act() instanceof Act.Agreed agreed
                && agreed.approver() != null
                && !evidence.isSupervisor(agreed.approver())) {
            return Optional.of(agreed.approver() + " is no supervisor");
        }
        return act.people(evidence, operator);
    }

    private static Optional<String> grant(World world, FloorEvent event) {
        TaskId task = event.task();
        Long token = event.leaseToken();
        if (event.act() instanceof Act.ActUndone undone) {
            return world.event(undone.undone())
                    .map(World.Known::event)
                    .flatMap(before -> unless(
                            Objects.equals(before.task(), task) && Objects.equals(before.leaseToken(), token),
                            "it takes back what was done for another task"));
        }
        ActHandler act = ActHandler.of(event.act());
        if (!act.belongsToTask()) {
            return unless(task == null && token == null, "such an act belongs to no task");
        }
        if (task == null || token == null) {
            return Optional.of("such an act belongs to a task and its token");
        }
        Optional<Work> work = world.work(task);
        if (work.isEmpty()) {
            return Optional.of("there is no task " + task);
        }
        Evidence.Grant grant = new Evidence.Grant(task, token, event.station());
        return world.evidence().mayHaveBeenGranted(grant)
                ? act.work(work.get())
                : Optional.of("task %s was never granted to %s with token %d".formatted(task, event.station(), token));
    }
}
