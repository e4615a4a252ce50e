package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Work that was begun at this station and not finished: the job takes it up by itself, and people are told where.
 *
 * @param job which job goes on
 * @param text with what, and how far it is
 */
public record LeftWork(FlowId job, Text text) {

    /** What was left, one thing a job. */
    public static List<LeftWork> of(Lookup lookup) {
        return Stream.of(packing(lookup), picking(lookup), receiving(lookup))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LeftWork> packing(Lookup lookup) {
        return Work.toPack(lookup, Set.of()).stream()
                .filter(task -> isPackingBegun(lookup.progress(task.id())))
                .findFirst()
                .map(task -> packing(task, lookup.progress(task.id())));
    }

    private static LeftWork packing(ShipmentTask task, Progress progress) {
        return new LeftWork(
                FlowId.PACKING,
                Text.of(
                        "common.left-packing",
                        task.order(),
                        units(progress.packed().values()),
                        units(progress.picked().values())));
    }

    private static boolean isPackingBegun(Progress progress) {
        return units(progress.packed().values()) > 0 || progress.labels() > 0;
    }

    private static Optional<LeftWork> picking(Lookup lookup) {
        return Work.toPick(lookup, Set.of()).stream()
                .filter(task -> units(lookup.progress(task.id()).picked().values()) > 0)
                .findFirst()
                .map(task -> new LeftWork(
                        FlowId.PICKING,
                        Text.of(
                                "common.left-picking",
                                task.order(),
                                units(lookup.progress(task.id()).picked().values()),
                                units(task.lines().stream()
                                        .map(PickLine::quantity)
                                        .toList()))));
    }

    private static Optional<LeftWork> receiving(Lookup lookup) {
        return lookup.openAsns().stream()
                .filter(asn -> !lookup.receivedHere(asn.id()).isEmpty())
                .findFirst()
                .map(asn -> new LeftWork(
                        FlowId.RECEIVING,
                        Text.of(
                                "common.left-receiving",
                                asn.id(),
                                counted(asn, lookup),
                                asn.lines().size())));
    }

    private static long counted(Asn asn, Lookup lookup) {
        return lookup.receivedHere(asn.id()).stream()
                .mapToInt(Act.GoodsReceived::line)
                .filter(line -> line > 0)
                .distinct()
                .count();
    }

    private static int units(Collection<Quantity> quantities) {
        return quantities.stream().mapToInt(Quantity::units).sum();
    }
}
