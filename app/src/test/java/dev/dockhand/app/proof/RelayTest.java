package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.demo.Cable;
import dev.dockhand.app.demo.VirtualBench;
import dev.dockhand.app.flow.BenchRules;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orders are picked at one station, packed or begun at a second one, and what was begun is adopted by a third: real station processes,
 * each of which loses its cable and is killed with -9 at random moments, 30 times altogether. The devices outlive them.
 */
@Timeout(600)
class RelayTest {

    private static final int KILLS = 30;
    private static final int ORDERS = 12;
    /** A life is killed after so many lines that it said at most, and its cable is pulled after as many. */
    private static final int MOST_LINES = 30;

    private static final int MOST_OUTAGE_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final GeneratedShop SHOP = new GeneratedShop(30, ORDERS, 7);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("dockhand.proof.seed", 20261130L);
    private final Random chance = new Random(seed);
    private final ScheduledExecutorService electrician = Executors.newSingleThreadScheduledExecutor();
    private int kills;

    @Test
    void oneParcelAnOrderAndTheStockRightToTheUnit() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, SHOP);
                Runner picker = new Runner(warehouse, "ST-01", BenchRules.Role.BOTH);
                Runner packer = new Runner(warehouse, "ST-02", BenchRules.Role.PACKS);
                Runner third = new Runner(warehouse, "ST-03", BenchRules.Role.PACKS)) {
            warehouse.load(
                    "operators",
                    "operator,name,badge,pin,role,active\nboss,박지훈,%s,%s,SUPERVISOR,true\n"
                            .formatted(RelayStation.SUPERVISOR, GeneratedShop.PIN));
            picker.run(RelayStation.Leg.PICK, List.of(), KILLS / 3);
            List<String> totes = warehouse.rows("SELECT tote FROM shipment WHERE stage = 'PICKED' ORDER BY tote");
            assertThat(totes).as("picked totes, seed %d", seed).hasSize(ORDERS).doesNotHaveDuplicates();
            packer.run(RelayStation.Leg.PACK, totes.subList(0, ORDERS / 3), KILLS / 6);
            packer.run(RelayStation.Leg.BEGIN, totes.subList(ORDERS / 3, 2 * ORDERS / 3), KILLS / 6);
            third.run(RelayStation.Leg.PACK, totes, KILLS - kills);
            // Whoever lost work hears of it, and has nothing left to do.
            picker.run(RelayStation.Leg.PICK, List.of(), 0);
            packer.run(RelayStation.Leg.PACK, totes, 0);
            assertThat(kills).as("kills with seed %d", seed).isEqualTo(KILLS);
            check(warehouse, List.of(picker, packer, third));
        } finally {
            electrician.shutdownNow();
        }
    }

    private void check(Warehouse warehouse, List<Runner> runners) {
        List<String> packed = warehouse.packed();
        assertThat(packed).as("seed %d", seed).hasSize(ORDERS).doesNotHaveDuplicates();
        assertThat(warehouse.number("SELECT count(*) FROM event WHERE type = 'ShipmentPacked'"))
                .as("parcels that were closed, seed %d", seed)
                .isEqualTo(ORDERS);
        assertThat(runners.stream().flatMap(Runner::labels))
                .as("labels, seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(packed);
        assertThat(warehouse.rows("SELECT kind || ' ' || about || ' ' || detail FROM exception"))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(warehouse.rows("SELECT concat_ws(' ', station, how_ended, ended_by, count(*)) FROM lease"
                        + " GROUP BY station, how_ended, ended_by ORDER BY 1"))
                .as("seed %d", seed)
                .containsExactly("ST-01 HANDED_ON 12", "ST-02 ADOPTED boss 4", "ST-02 DONE 4", "ST-03 DONE 8");
        warehouse.checkBooks();
        warehouse.checkStockLeft();
    }

    /** A station with what outlives it: its devices, its cable and its folder. */
    private final class Runner implements AutoCloseable {

        private final Path station;
        private final Cable cable;
        private final VirtualBench devices = Bench.virtualDevices();
        private int lives;

        Runner(Warehouse warehouse, String name, BenchRules.Role role) throws Exception {
            station = folder.resolve(name);
            cable = warehouse.anotherCable();
            Bench.enrol(
                    station,
                    warehouse,
                    Warehouse.through(cable),
                    name,
                    devices.settings(),
                    new BenchRules(true, BenchRules.USUAL.lockAfter(), ORDERS, role));
        }

        Stream<String> labels() {
            return devices.labels().stream().map(Bench::code);
        }

        /** Starts it again and again until it rests; killed so often meanwhile, as long as it does not rest before. */
        void run(RelayStation.Leg leg, List<String> totes, int most) throws Exception {
            int until = kills + most;
            boolean rests = false;
            while (!rests) {
                int lines = kills < until ? chance.nextInt(MOST_LINES) : Integer.MAX_VALUE;
                rests = live(leg, totes, lines);
                kills += rests ? 0 : 1;
            }
        }

        private boolean live(RelayStation.Leg leg, List<String> totes, int lines) throws Exception {
            lives++;
            List<String> main = new ArrayList<>(List.of(
                    RelayStation.class.getName(), station.toString(), station.getFileName() + "L" + lives, leg.name()));
            main.addAll(totes);
            File errors = station.resolveSibling(station.getFileName() + "-errors-" + lives + ".txt")
                    .toFile();
            Process process = Jvm.of(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m"), main)
                    .redirectError(errors)
                    .start();
            boolean rests = false;
            try (BufferedReader out = process.inputReader();
                    PrintWriter in = new PrintWriter(process.outputWriter(), true)) {
                rests = listen(out, in, process, lines);
            } catch (IOException e) {
                // It was killed.
                rests = false;
            } finally {
                if (!rests) {
                    process.destroyForcibly();
                }
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                cable.plug();
            }
            assertThat(rests || lines < Integer.MAX_VALUE)
                    .as(
                            "seed %d, life %d of %s, which said: %s",
                            seed, lives, station, Files.readString(errors.toPath()))
                    .isTrue();
            // The scanner talks to one station at a time, so the dead one must have left before the next one is heard.
            await().atMost(PATIENCE).until(() -> !devices.scanner().isConnected());
            return rests;
        }

        private boolean listen(BufferedReader out, PrintWriter in, Process process, int lines) throws Exception {
            Hands hands = new Hands.AtDevices(devices);
            int pullAt = chance.nextInt(MOST_LINES);
            int outage = 1 + chance.nextInt(MOST_OUTAGE_MILLIS);
            int heard = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("REST")) {
                    in.println("bye");
                    return true;
                }
                RemoteHands.obey(line, hands, in);
                if (heard == pullAt) {
                    cable.pull();
                    electrician.schedule(cable::plug, outage, TimeUnit.MILLISECONDS);
                }
                if (heard++ == lines) {
                    process.destroyForcibly();
                }
            }
            return false;
        }

        @Override
        public void close() throws IOException {
            cable.close();
            devices.close();
        }
    }
}
