package dev.dockhand.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.MemoryFolder;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shifts from seeds, with everything that may befall stations, network and server. {@code mvn verify -Dseeds=5000} runs more of them,
 * {@code -Dseed=N} runs that one again.
 */
class SimulationTest {

    private static final int STEPS = 100;
    private static final AtStatement AT_STATEMENT = new AtStatement();

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase(AT_STATEMENT);

    @BeforeAll
    static void readModelsAreClosedAsTheyAre() {
        // Compacting them at each close takes its time, and nobody gains by it here.
        System.setProperty("h2.maxCompactTime", "0");
    }

    static LongStream seeds() {
        long one = Long.getLong("seed", 0);
        return one != 0 ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("seeds", 300));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensThePromisesHold(long seed, @TempDir(factory = MemoryFolder.class) Path folder) {
        shift(seed, folder);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {18, 145, 239})
    void aSeedHappensInTheSameWayAgain(
            long seed,
            @TempDir(factory = MemoryFolder.class) Path first,
            @TempDir(factory = MemoryFolder.class) Path again) {
        assertThat(shift(seed, first)).isEqualTo(shift(seed, again));
    }

    /** Says what happened. */
    private static List<String> shift(long seed, Path folder) {
        TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite(), new Random(seed));
        try (Simulation simulation = new Simulation(warehouse, AT_STATEMENT, folder, seed)) {
            try {
                for (int step = 0; step < STEPS; step++) {
                    simulation.step();
                }
                Invariants.check(simulation.warehouse());
                simulation.drain();
                Promises.checkAtRest(simulation);
                return simulation.story();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed %d failed; run it with -Dseed=%d. What happened:%n%s"
                                .formatted(seed, seed, String.join("\n", simulation.story())),
                        e);
            }
        }
    }
}
