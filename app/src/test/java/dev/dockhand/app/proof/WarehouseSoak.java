package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.StationId;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.memory.Station;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of a warehouse of real processes to which everything happens at once: kills, stops, full disks, bad cables, slow and
 * silent sockets, broken leases. Every ten minutes it rests, and then nothing is lost, doubled or oversold. Prints a line a
 * minute and its figures, also to {@code target/soak.txt}. {@code mvn -Psoak}; {@code -Dminutes=} and {@code -Dseed=} choose.
 */
class WarehouseSoak {

    private static final int STATIONS = 3;
    private static final int MINUTES_A_LEG = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int PATIENT_SECONDS = 15;
    private static final double NANOS_A_MINUTE = 60e9;
    private static final int LEAST_ACTS_A_MINUTE = 5;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final long minutes = Long.getLong("minutes", 60);
    private final long seed = Long.getLong("seed", 20261204);
    private final Random chance = new Random(seed);
    private final List<StationBox> stations = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final MemorySeries memory = new MemorySeries();
    private long start;

    @Test
    void nothingIsLostDoubledOrOversoldWhateverBreaks() throws Exception {
        try (PrintStream file = new PrintStream(Files.newOutputStream(report()), true, StandardCharsets.UTF_8);
                ServerBox server = ServerBox.open(folder.resolve("server"))) {
            Supply supply = new Supply(server, new Random(seed));
            supply.begin();
            try (SlowSockets slow = new SlowSockets(server.port(), key(server))) {
                for (int i = 1; i <= STATIONS; i++) {
                    stations.add(new StationBox(folder, "ST-" + i, server, seed + i, i == 1, i == STATIONS));
                }
                Thread office = Thread.ofVirtual().name("office").start(supply::keepComing);
                run(server, slow, file);
                office.interrupt();
            } finally {
                for (StationBox station : stations) {
                    station.close();
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Path report() throws IOException {
        Path target = Path.of(System.getProperty("dockhand.module.dir", "."), "target");
        return Files.createDirectories(target).resolve("soak.txt");
    }

    /** Of a station that does nothing but ask for snapshots. */
    private String key(ServerBox server) throws Exception {
        StationId name = new StationId("SLOW");
        Path slow = folder.resolve("slow");
        try (var office = server.office()) {
            URI url = URI.create("http://127.0.0.1:" + server.port());
            Identity identity = Station.enrol(slow, url, office.enrolmentCode(name), name, HttpExchange::new);
            return identity.station().value() + "." + identity.secret();
        }
    }

    private void run(ServerBox server, SlowSockets slow, PrintStream file) throws Exception {
        Faults faults = new Faults(server, stations, chance);
        say(
                file,
                "%d minutes, seed %d, full disk of ST-3 real: %s",
                minutes,
                seed,
                stations.getLast().hasRealDisk());
        start = System.nanoTime();
        stations.forEach(StationBox::start);
        for (long done = 0; done < minutes; ) {
            long leg = Math.min(MINUTES_A_LEG, minutes - done);
            faults.begin();
            long legStart = System.nanoTime();
            for (long minute = 1; minute <= leg; minute++) {
                Gun.until(legStart + (long) (minute * NANOS_A_MINUTE));
                look(server, faults);
                say(file, "%s", line(server, slow, faults));
            }
            done += leg;
            rest(server, faults, file);
        }
        summarise(server, faults, file);
    }

    private double minute() {
        return (System.nanoTime() - start) / NANOS_A_MINUTE;
    }

    private void look(ServerBox server, Faults faults) throws InterruptedException {
        if (isSpared("server process", faults)) {
            memory.look("server", minute(), server.process());
        }
        for (StationBox station : stations) {
            if (isSpared(station.name() + " process", faults)) {
                if (station.process().isAlive()) {
                    memory.look(station.name(), minute(), station.process());
                } else {
                    wrong.add("%s ended by itself in minute %.0f".formatted(station.name(), minute()));
                    station.start();
                }
            }
        }
    }

    /** Whether nothing is done to a process now, or soon. */
    private static boolean isSpared(String process, Faults faults) throws InterruptedException {
        for (int second = 0; second < PATIENT_SECONDS && faults.hurts(process); second++) {
            TimeUnit.SECONDS.sleep(1);
        }
        return !faults.hurts(process);
    }

    private String line(ServerBox server, SlowSockets slow, Faults faults) throws IOException {
        StringBuilder line = new StringBuilder("%4.1f min:".formatted(minute()));
        for (StationBox station : stations) {
            line.append(" %s %s,".formatted(station.name(), station.said()));
        }
        line.append(" orders %s, slow sockets %d, faults %d, MiB resident/heap %s"
                .formatted(
                        Supply.orders(server),
                        slow.open(),
                        faults.counts().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        memory.latest()));
        return line.toString();
    }

    /** The faults end, the queues drain by themselves, and everything is compared; then work goes on. */
    private void rest(ServerBox server, Faults faults, PrintStream file) throws Exception {
        faults.calm();
        long calm = System.nanoTime();
        for (StationBox station : stations) {
            station.pause();
        }
        while (!stations.stream().allMatch(StationBox::rests) && System.nanoTime() - calm < PATIENCE.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        for (StationBox station : stations) {
            if (!station.rests()) {
                wrong.add("%s does not come to rest: %s".formatted(station.name(), station.said()));
            }
        }
        double drained = (System.nanoTime() - calm) / 1e9;
        SoakBooks.Verdict verdict = SoakBooks.look(server.tables(), stations, folder.resolve("copies"));
        say(file, "%4.1f min: at rest after %.1f s: %s", minute(), drained, verdict);
        if (!verdict.isClean()) {
            wrong.add(verdict.toString());
        }
        if (verdict.promised() < minute() * LEAST_ACTS_A_MINUTE) {
            wrong.add("hardly anything was done: " + verdict);
        }
        faults.failures().forEach(failure -> wrong.add(failure.getMessage() + ": " + failure.getCause()));
        for (StationBox station : stations) {
            station.goOn();
        }
    }

    private void summarise(ServerBox server, Faults faults, PrintStream file) throws InterruptedException {
        Histogram recovery = new Histogram(3);
        stations.forEach(station -> station.recovery().addTo(recovery));
        faults.counts().forEach((name, count) -> say(file, "%s: %d times", name, count));
        for (BadCable.Fate fate : BadCable.Fate.values()) {
            int count = stations.stream()
                    .mapToInt(station -> station.cable().count(fate))
                    .sum();
            say(file, "requests %s: %d", fate.name().toLowerCase(Locale.ROOT), count);
        }
        say(file, "starts of the server that something else broke: %d", server.failedStarts());
        memory.summary().forEach(line -> say(file, "%s", line));
        say(
                file,
                "from the end of a fault to the next act at the server: p50 %.1f s, p99 %.1f s, longest %.1f s (%d"
                        + " times)",
                recovery.getValueAtPercentile(50) / 1e9,
                recovery.getValueAtPercentile(99) / 1e9,
                recovery.getMaxValue() / 1e9,
                recovery.getTotalCount());
        wrong.forEach(each -> say(file, "WRONG: %s", each));
    }

    private static void say(PrintStream file, String format, Object... facts) {
        String line = String.format(Locale.ROOT, format, facts);
        System.out.println(line);
        file.println(line);
    }
}
