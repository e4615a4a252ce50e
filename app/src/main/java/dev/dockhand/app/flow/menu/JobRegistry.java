package dev.dockhand.app.flow.menu;

import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.labels.LabelsJob;
import dev.dockhand.app.flow.packing.PackingJob;
import dev.dockhand.app.flow.picking.PickingJob;
import dev.dockhand.app.flow.putaway.PutawayJob;
import dev.dockhand.app.flow.putback.PutBackJob;
import dev.dockhand.app.flow.receiving.ReceivingJob;
import dev.dockhand.app.flow.shift.ShiftEndJob;
import dev.dockhand.app.flow.signin.SignInFlow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jobs of a station, in the order that goods take. A new job is its package and a line here. */
public final class JobRegistry {

    /** Every job that the menu offers. */
    public static final List<JobDefinition> JOBS = List.of(
            new ReceivingJob(),
            new PutawayJob(),
            new PickingJob(),
            new PackingJob(),
            new PutBackJob(),
            new LabelsJob(),
            new ShiftEndJob());

    private JobRegistry() {}

    /** A fresh flow of every job, with sign-in and menu. */
    public static Map<FlowId, Flow<?>> flows() {
        return Stream.concat(
                        Stream.of(new SignInFlow(), new MenuFlow()),
                        JOBS.stream().<Flow<?>>map(JobDefinition::flow))
                .collect(Collectors.toMap(Flow::id, Function.identity()));
    }

    /** The job of a flow; empty for sign-in and menu. */
    public static Optional<JobDefinition> of(FlowId id) {
        return JOBS.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** The job whose barcode this is. */
    public static Optional<JobDefinition> named(ScannedCode code) {
        return JOBS.stream()
                .filter(job -> job.barcode().equalsIgnoreCase(code.text()))
                .findFirst();
    }

    /** What a flow is called. */
    public static Text name(FlowId id) {
        return of(id).map(JobDefinition::name).orElseGet(() -> Text.of("flow." + id.name()));
    }

    /** What was begun at this station and not finished, by job; what is nearest to the door comes first. */
    public static Map<FlowId, Text> left(Lookup lookup) {
        Map<FlowId, Text> left = new LinkedHashMap<>();
        JOBS.reversed().forEach(job -> job.left(lookup).ifPresent(text -> left.put(job.id(), text)));
        return left;
    }
}
