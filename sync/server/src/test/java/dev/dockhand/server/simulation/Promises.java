package dev.dockhand.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.server.Invariants;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of stations and server together, whatever happened. */
final class Promises {

    private static final String KEPT = """
        SELECT hash FROM event WHERE tenant = :tenant AND warehouse = :warehouse
        UNION SELECT hash FROM quarantine WHERE tenant = :tenant AND warehouse = :warehouse\
        """;

    private Promises() {}

    /** What holds once everything has arrived. */
    static void checkAtRest(Simulation simulation) {
        Invariants.check(simulation.warehouse());
        Set<String> kept = new HashSet<>(simulation.warehouse().rows(KEPT, String.class));
        simulation.machines().forEach(machine -> whatWasCalledGoodIsThere(machine, kept));
        Sight truth = Sight.of(simulation.warehouse());
        for (Machine machine : simulation.machines()) {
            if (!machine.isDisputed()) {
                Sight seen = Sight.of(machine.station().view(), simulation.orders());
                assertThat(seen).as("what %s shows", machine.name()).isEqualTo(truth);
                machine.kill();
                assertThat(Sight.of(machine.station().view(), simulation.orders()))
                        .as("what %s shows after it was started again", machine.name())
                        .isEqualTo(truth);
            }
        }
    }

    /** I1. */
    private static void whatWasCalledGoodIsThere(Machine machine, Set<String> kept) {
        List<String> lost = machine.promised().stream()
                .filter(event -> !kept.contains(EventCodec.hash(EventCodec.encode(event))))
                .map(event -> "%s/%d/%d %s".formatted(event.station(), event.epoch(), event.seq(), event.act()))
                .toList();
        assertThat(lost).as("called good and not on the server").isEmpty();
    }
}
