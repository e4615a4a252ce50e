package dev.dockhand.server;

import dev.dockhand.server.store.ServerDatabase;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A warehouse's days from seeds: orders, receipts, picks, packs, undos, cancels, broken leases, lost replies, repeats,
 * gaps, poison, new epochs. {@code -Ddockhand.seeds=1000} runs more days; {@code -Ddockhand.seed=N} runs that one.
 */
class SimulationTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int STEPS = 100;
    private static final int CHECKED_EVERY = 50;

    static LongStream seeds() {
        long one = Long.getLong("dockhand.seed", 0);
        return one != 0 ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("dockhand.seeds", 6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensTheInvariantsHold(long seed) {
        TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
        Simulation simulation = new Simulation(warehouse, seed);
        int step = 0;
        try {
            while (step < STEPS) {
                simulation.step();
                step++;
                if (step % CHECKED_EVERY == 0) {
                    Invariants.check(warehouse, simulation.stations());
                }
            }
            simulation.drain();
            Invariants.check(warehouse, simulation.stations());
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed %d failed at step %d: run with -Ddockhand.seed=%d".formatted(seed, step, seed), e);
        }
    }
}
