package dev.dockhand.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestWarehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must hold of stations and server together, whatever happened. */
final class Promises {

    private static final String KEPT = """
        SELECT hash FROM event WHERE tenant = :tenant AND warehouse = :warehouse
        UNION SELECT hash FROM quarantine WHERE tenant = :tenant AND warehouse = :warehouse\
        """;

    private static final String COUNTED = """
        SELECT cause || ' ' || count(*) FROM movement
        WHERE tenant = :tenant AND warehouse = :warehouse AND cause LIKE '%/%' AND cause NOT LIKE 'import/%'
        GROUP BY cause\
        """;

    private static final String STORED = """
        SELECT raw FROM event
        WHERE tenant = :tenant AND warehouse = :warehouse AND event_id IS NOT NULL
            AND status IN ('ACCEPTED', 'EXCEPTION')\
        """;

    private static final String TAKEN_BACK = """
        SELECT undone_by FROM event
        WHERE tenant = :tenant AND warehouse = :warehouse AND undone_by IS NOT NULL\
        """;

    private final TestWarehouse warehouse;

    private Promises(TestWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** What holds at any moment. */
    static void check(TestWarehouse warehouse) {
        Invariants.check(warehouse);
        new Promises(warehouse).everyMovementCountsOnce();
    }

    /** What holds once everything has arrived. */
    static void checkAtRest(Simulation simulation) {
        check(simulation.warehouse());
        Promises promises = new Promises(simulation.warehouse());
        simulation.machines().forEach(promises::whatWasCalledGoodIsThere);
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

    private List<String> rows(String sql) {
        return warehouse.database.read(handle -> warehouse
                .site
                .bindTo(handle.createQuery(sql))
                .mapTo(String.class)
                .list());
    }

    /** I1. */
    private void whatWasCalledGoodIsThere(Machine machine) {
        Set<String> kept = new HashSet<>(rows(KEPT));
        List<String> lost = machine.promised().stream()
                .filter(event -> !kept.contains(EventCodec.hash(EventCodec.encode(event))))
                .map(event -> "%s/%d/%d %s".formatted(event.station(), event.epoch(), event.seq(), event.act()))
                .toList();
        assertThat(lost).as("called good and not on the server").isEmpty();
    }

    /** I1. */
    private void everyMovementCountsOnce() {
        Set<String> takenBack = new HashSet<>(rows(TAKEN_BACK));
        Map<String, Integer> expected = new TreeMap<>();
        for (String raw : rows(STORED)) {
            FloorEvent event = decoded(raw);
            boolean counts = !(event.act() instanceof Act.ActUndone)
                    || takenBack.contains(event.id().value());
            if (counts && !event.movements().isEmpty()) {
                String cause = "%s/%d/%d".formatted(event.station(), event.epoch(), event.seq());
                expected.put(cause, event.movements().size());
            }
        }
        Map<String, Integer> counted = rows(COUNTED).stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> Integer.valueOf(row[1])));
        assertThat(counted).as("the ledger holds every movement once").containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static FloorEvent decoded(String raw) {
        try {
            return EventCodec.decode(raw.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
