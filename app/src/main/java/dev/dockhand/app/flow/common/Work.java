package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the station's shipments wait for what. */
public final class Work {

    private Work() {}

    /** Shipments to pick, most urgent first. */
    public static List<ShipmentTask> toPick(Lookup lookup, Set<TaskId> except) {
        return open(lookup, except).stream()
                .filter(task -> isToPick(task, lookup.progress(task.id())))
                .toList();
    }

    /** Shipments to pack, most urgent first; those that were called off after picking among them. */
    public static List<ShipmentTask> toPack(Lookup lookup, Set<TaskId> except) {
        return open(lookup, except).stream()
                .filter(task -> {
                    Progress progress = lookup.progress(task.id());
                    return isToPack(task, progress) || isCalledOffWithGoods(task, progress);
                })
                .toList();
    }

    /** Whether picking is not finished. */
    public static boolean isToPick(ShipmentTask task, Progress progress) {
        return task.stage() == TaskStage.RELEASED
                && !progress.pickFinished()
                && !progress.waitsForAnswer()
                && !isCalledOff(task, progress);
    }

    /** Whether goods lie in a tote and are not in a closed parcel. */
    public static boolean isToPack(ShipmentTask task, Progress progress) {
        boolean picked = task.stage() == TaskStage.PICKED || progress.pickFinished();
        return picked
                && !progress.packedOut()
                && !progress.waitsForAnswer()
                && !isCalledOff(task, progress)
                && hasGoods(task, progress);
    }

    /** Whether the shop called it off, nobody has answered that, and goods must go back. */
    public static boolean isCalledOffWithGoods(ShipmentTask task, Progress progress) {
        return isCalledOff(task, progress)
                && !progress.cancelSeen()
                && !progress.packedOut()
                && hasGoods(task, progress);
    }

    /** Whether the shop called it off. */
    public static boolean isCalledOff(ShipmentTask task, Progress progress) {
        return task.stage() == TaskStage.CANCELLED || progress.cancelled();
    }

    /**
     * Whether a supervisor broke the lease that work was begun under. It may have been granted to this station again
     * since; what is done under the old lease would come too late all the same.
     */
    public static boolean isTakenAway(ShipmentTask inHand, Lookup lookup) {
        return lookup.task(inHand.id())
                .filter(held -> held.lease().token() == inHand.lease().token())
                .isEmpty();
    }

    /** Whether anything was picked. */
    public static boolean hasGoods(ShipmentTask task, Progress progress) {
        return task.lines().stream()
                .anyMatch(line -> !progress.picked(line.line()).isZero());
    }

    /** Where the picked goods are, absent before the first pick. */
    public static @Nullable ToteCode tote(ShipmentTask task, Progress progress) {
        return progress.tote() != null ? progress.tote() : task.tote();
    }

    /** The unfinished shipment of this station that a tote with its goods, an order number or a waybill names. */
    public static Optional<ShipmentTask> named(ScannedCode code, Lookup lookup) {
        return allNamed(code, lookup).stream().findFirst();
    }

    /** As {@link #named}; several where brands gave the same order number. */
    public static List<ShipmentTask> allNamed(ScannedCode code, Lookup lookup) {
        return lookup.tasks().stream()
                .filter(task -> Codes.says(code, task.order().name())
                        || carries(code, task, lookup)
                        || holds(code, task, lookup))
                .toList();
    }

    /** Whether a code is the waybill of one of its boxes. */
    public static boolean carries(ScannedCode code, ShipmentTask task, Lookup lookup) {
        return Codes.says(code, task.waybill())
                || lookup.progress(task.id()).waybills().stream().anyMatch(waybill -> Codes.says(code, waybill));
    }

    /** The shipment of this station that a code at the menu is about, one that was packed here among them. */
    public static Optional<ShipmentTask> askedFor(ScannedCode code, Lookup lookup) {
        return named(code, lookup)
                .or(() -> Meaning.named(code, lookup)
                        .filter(shipment -> shipment.stage() == TaskStage.PACKED)
                        .flatMap(shipment -> lookup.task(shipment.task())));
    }

    /** How many units these are. */
    public static int units(Collection<Quantity> quantities) {
        return quantities.stream().mapToInt(Quantity::units).sum();
    }

    /** Whether this is the tote that goods of a shipment were picked into; one that nothing is left in names nothing. */
    private static boolean holds(ScannedCode code, ShipmentTask task, Lookup lookup) {
        Progress progress = lookup.progress(task.id());
        ToteCode tote = tote(task, progress);
        return tote != null && !progress.packedOut() && hasGoods(task, progress) && Codes.says(code, tote.value());
    }

    private static List<ShipmentTask> open(Lookup lookup, Set<TaskId> except) {
        return lookup.tasks().stream()
                .filter(task -> !except.contains(task.id()))
                .toList();
    }
}
