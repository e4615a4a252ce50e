package dev.dockhand.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestWarehouse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of stations and server together, whatever happened. */
final class Promises {

    private static final String TAKEN = "SELECT raw FROM event WHERE company = :company AND warehouse = :warehouse";
    private static final String REVIEWED =
            "SELECT raw FROM quarantine WHERE company = :company AND warehouse = :warehouse";

    private static final String UNCOUNTED = TAKEN + " AND status = 'QUARANTINED'";

    private Promises() {}

    /** What holds once everything has arrived. */
    static void checkAtRest(Simulation simulation) {
        Invariants.check(simulation.warehouse());
        simulation.brokenLeases().check(simulation.warehouse());
        Set<String> taken = hashes(simulation.warehouse(), TAKEN);
        Set<String> kept = hashes(simulation.warehouse(), REVIEWED);
        kept.addAll(taken);
        for (Machine machine : simulation.machines()) {
            // Nobody but a second machine of its name is a reason to refuse a machine's acts.
            whatWasCalledGoodIsThere(machine, simulation.isAlone(machine) ? taken : kept);
        }
        simulation.machines().forEach(machine -> rowsAreTheServers(machine, simulation.warehouse()));
        Set<String> uncounted = hashes(simulation.warehouse(), UNCOUNTED);
        Sight truth = Sight.of(simulation.warehouse());
        for (Machine machine : simulation.machines()) {
            boolean believed =
                    !machine.isDisputed() && !simulation.isSuperseded(machine) && !isUncounted(machine, uncounted);
            if (believed && kept.containsAll(hashes(machine.green()))) {
                assertThat(seen(machine, simulation))
                        .as("what %s shows", machine)
                        .isEqualTo(truth);
                machine.kill();
                assertThat(seen(machine, simulation))
                        .as("what %s shows after it was started again", machine)
                        .isEqualTo(truth);
            }
        }
    }

    private static Sight seen(Machine machine, Simulation simulation) {
        return Sight.of(machine.station(), simulation.warehouse(), simulation.orders());
    }

    /** Whether the server keeps work without counting it, since it does not fit; who did it goes on showing it as done. */
    private static boolean isUncounted(Machine machine, Set<String> uncounted) {
        return machine.promised().stream().anyMatch(event -> event.task() != null && uncounted.contains(hash(event)));
    }

    /** I6; and no comparison on the way found a difference where there was none. */
    private static void rowsAreTheServers(Machine machine, TestWarehouse warehouse) {
        Digest theirs = warehouse.snapshot.digest(warehouse.site, machine.name(), () -> {});
        Digest ours = machine.digest(theirs.since());
        assertThat(ours.isOfTheSameMomentAs(theirs))
                .as("%s has all news: %s and %s", machine.name(), ours, theirs)
                .isTrue();
        assertThat(ours.differing(theirs))
                .as("rows of %s that are not the server's", machine.name())
                .isEmpty();
        assertThat(machine.foundOtherRows())
                .as("%s found a difference", machine.name())
                .isFalse();
    }

    /** I1. */
    private static void whatWasCalledGoodIsThere(Machine machine, Set<String> kept) {
        List<String> lost = machine.promised().stream()
                .filter(event -> !kept.contains(hash(event)))
                .map(event -> "%s/%d/%d %s".formatted(event.station(), event.epoch(), event.seq(), event.act()))
                .toList();
        assertThat(lost).as("called good and not on the server").isEmpty();
    }

    private static Set<String> hashes(TestWarehouse warehouse, String raws) {
        return warehouse.rows(raws, String.class).stream()
                .map(raw -> EventCodec.hash(raw.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.toSet());
    }

    private static List<String> hashes(List<FloorEvent> events) {
        return events.stream().map(Promises::hash).toList();
    }

    private static String hash(FloorEvent event) {
        return EventCodec.hash(EventCodec.encode(event));
    }
}
