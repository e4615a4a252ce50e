package dev.dockhand.server.simulation;

import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shifts from seeds, with everything that may befall stations, network and server. {@code mvn verify -Dseeds=5000} runs more of them,
 * {@code -Dseed=N} runs that one again.
 */
class SimulationTest {

    private static final int STEPS = 100;
    private static final Crash CRASH = new Crash();

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase(CRASH);

    static LongStream seeds() {
        long one = Long.getLong("seed", 0);
        return one != 0 ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("seeds", 60));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensThePromisesHold(long seed, @TempDir Path folder) {
        TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
        try (Simulation simulation = new Simulation(warehouse, CRASH, folder, seed)) {
            try {
                for (int step = 0; step < STEPS; step++) {
                    simulation.step();
                }
                Invariants.check(simulation.warehouse());
                simulation.drain();
                Promises.checkAtRest(simulation);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed %d failed; run it with -Dseed=%d. What happened:%n%s"
                                .formatted(seed, seed, String.join("\n", simulation.story())),
                        e);
            }
        }
    }
}
