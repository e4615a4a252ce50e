package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.demo.VirtualBench;
import dev.dockhand.model.event.EventCodec;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A real station process is killed with -9 at 30 random moments of a shift. The devices outlive it, as they do on a real
 * bench.
 */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
class KillTest {

    private static final int KILLS = 30;
    private static final int ORDERS = 20;
    /** A life is killed after so many lines that it said, and a little later by chance. */
    private static final int MOST_LINES = 60;

    private static final int KILLED = 137;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MOST_DELAY_MILLIS = 25;
    private static final GeneratedShop SHOP = new GeneratedShop(40, ORDERS, 7);

    @TempDir
    Path folder;

    private final List<String> journal = new ArrayList<>();
    private long told;

    @Test
    void whatWasCalledGoodIsThereOnceAfterThirtyKills() throws Exception {
        long seed = Long.getLong("dockhand.proof.seed", 20261123L);
        Random chance = new Random(seed);
        try (Warehouse warehouse = Warehouse.open(folder, SHOP);
                VirtualBench devices = Bench.virtualDevices()) {
            Path station = folder.resolve("station");
            Bench.enrol(
                    station,
                    warehouse,
                    warehouse.throughCable(),
                    "ST-01",
                    devices.settings(),
                    Bench.rules(true, ORDERS));
            int kills = 0;
            boolean rested = false;
            for (int life = 1; !rested; life++) {
                int lines = kills < KILLS ? chance.nextInt(MOST_LINES) : Integer.MAX_VALUE;
                rested = live(station, devices, life, lines, chance.nextInt(MOST_DELAY_MILLIS));
                kills += rested ? 0 : 1;
                readJournal(station, "seed %d, life %d".formatted(seed, life));
            }
            assertThat(kills).as("kills with seed %d", seed).isEqualTo(KILLS);
            checkServer(warehouse, devices);
        }
    }

    /** Lets a station live until it is killed, or until it rests: then true. */
    private boolean live(Path station, VirtualBench devices, int life, int lines, int delay) throws Exception {
        Process process = StationProcess.start(station, "L" + life, errors(station, life));
        Hands hands = new Hands.AtDevices(devices);
        boolean rests = false;
        try (BufferedReader out = process.inputReader();
                PrintWriter in = new PrintWriter(process.outputWriter(), true)) {
            int heard = 0;
            for (String line = out.readLine(); line != null && !rests; line = out.readLine()) {
                rests = line.equals("REST");
                answer(line, hands, in);
                if (heard++ == lines) {
                    TimeUnit.MILLISECONDS.sleep(delay);
                    process.destroyForcibly();
                }
            }
        } catch (IOException e) {
            assertThat(process.waitFor(10, TimeUnit.SECONDS))
                    .as("killed: %s", e)
                    .isTrue();
        } finally {
            if (!rests) {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue())
                .as(
                        "life %d, which said: %s",
                        life, Files.readString(errors(station, life).toPath()))
                .isEqualTo(rests ? 0 : KILLED);
        // The scanner talks to one station at a time, so the dead one must have left before the next one is heard.
        await().atMost(PATIENCE).until(() -> !devices.scanner().isConnected());
        return rests;
    }

    private void answer(String line, Hands hands, PrintWriter in) throws InterruptedException {
        if (line.startsWith("TOLD ")) {
            told = Math.max(told, Long.parseLong(line.split(" ", 3)[1]));
        } else if (line.equals("REST")) {
            in.println("bye");
        } else {
            RemoteHands.obey(line, hands, in);
        }
    }

    private static File errors(Path station, int life) {
        return station.resolveSibling("errors-" + life + ".txt").toFile();
    }

    /** Reads a copy of what the dead process left: all that was told is there, and nothing that was there has changed. */
    private void readJournal(Path station, String when) throws Exception {
        Path copy = station.resolveSibling("copy");
        if (!Files.isDirectory(Acts.journal(station))) {
            assertThat(told).as(when).isZero();
            return;
        }
        List<String> now = Acts.copied(station, copy, when).stream()
                .map(act -> EventCodec.hash(act.bytes()))
                .toList();
        assertThat((long) now.size()).as("%s: acts in the journal", when).isGreaterThanOrEqualTo(told);
        assertThat(now).as(when).doesNotHaveDuplicates();
        assertThat(now.subList(0, journal.size())).as(when).isEqualTo(journal);
        journal.clear();
        journal.addAll(now);
    }

    private void checkServer(Warehouse warehouse, VirtualBench devices) {
        assertThat(warehouse.rows("SELECT hash FROM event ORDER BY seq")).isEqualTo(journal);
        List<String> packed = warehouse.packed();
        assertThat(packed).hasSize(ORDERS).doesNotHaveDuplicates();
        assertThat(warehouse.number("SELECT count(*) FROM event WHERE type = 'ShipmentPacked'"))
                .isEqualTo(ORDERS);
        assertThat(devices.labels().stream().map(Bench::code)).containsExactlyInAnyOrderElementsOf(packed);
        assertThat(warehouse.rows("SELECT kind || ' ' || about || ' ' || detail FROM exception"))
                .isEmpty();
        warehouse.checkBooks();
        warehouse.checkStockLeft();
    }
}
