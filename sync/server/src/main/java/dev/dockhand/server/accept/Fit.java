package dev.dockhand.server.accept;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.server.release.Work;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                .map(why -> new RawEvent.Problem(kind(world, event), about(world, event), why));
    }

    /** Goods that left their tote in a first parcel cannot be in a second one: what matters is that it must not leave. */
    private static ExceptionKind kind(World world, FloorEvent event) {
        return event.act() instanceof Act.ShipmentPacked packed
                        && world.shippedBy(packed.shipment()).isPresent()
                ? ExceptionKind.ALREADY_SHIPPED
                : ExceptionKind.MISFIT_EVENT;
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
        OperatorId operator = event.operator();
        if (operator == null) {
            return unless(event.act() instanceof Act.SignInRefused, "nobody is said to have done it");
        }
        if (!evidence.knows(operator)) {
            return Optional.of("there is no operator " + operator);
        }
        return switch (event.act()) {
            case Act.SignedIn in ->
                unless(
                        in.role() != Operator.Role.SUPERVISOR || evidence.isSupervisor(operator),
                        operator + " is no supervisor");
            case Act.Approved ignored -> unless(evidence.isSupervisor(operator), operator + " is no supervisor");
            case Act.BadgeUnlocked unlocked ->
                unless(
                        evidence.isSupervisor(operator) && evidence.knows(unlocked.person()),
                        "%s is no supervisor, or there is no operator %s".formatted(operator, unlocked.person()));
            case Act.ReceiptClosed closed -> approver(evidence, closed.approver());
            case Act.ParcelWeighed weighed -> approver(evidence, weighed.approver());
            default -> Optional.empty();
        };
    }

    private static Optional<String> approver(Evidence evidence, @Nullable OperatorId approver) {
        return unless(approver == null || evidence.isSupervisor(approver), approver + " is no supervisor");
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
        if (!needsTask(event.act())) {
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
                ? shipment(work.get(), event.act())
                : Optional.of("task %s was never granted to %s with token %d".formatted(task, event.station(), token));
    }

    private static boolean needsTask(Act act) {
        return switch (act) {
            case Act.Picked ignored -> true;
            case Act.PickShorted ignored -> true;
            case Act.PickFinished ignored -> true;
            case Act.ItemPacked ignored -> true;
            case Act.PackShorted ignored -> true;
            case Act.ParcelWeighed ignored -> true;
            case Act.LabelPrinted ignored -> true;
            case Act.ShipmentPacked ignored -> true;
            case Act.CancelSeen ignored -> true;
            case Act.SignedIn ignored -> false;
            case Act.SignedOut ignored -> false;
            case Act.SignInRefused ignored -> false;
            case Act.Approved ignored -> false;
            case Act.BadgeUnlocked ignored -> false;
            case Act.GoodsReceived ignored -> false;
            case Act.ReceiptClosed ignored -> false;
            case Act.PutAway ignored -> false;
            case Act.ActUndone ignored -> false;
        };
    }

    private static Optional<String> shipment(Work work, Act act) {
        boolean same = switch (act) {
            case Act.ShipmentPacked packed ->
                packed.shipment().equals(work.shipment()) && packed.order().equals(work.order());
            case Act.CancelSeen seen -> seen.shipment().equals(work.shipment());
            default -> true;
        };
        return unless(same, "its task is of another shipment");
    }
}
