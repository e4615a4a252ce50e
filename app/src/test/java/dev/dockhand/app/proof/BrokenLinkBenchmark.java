package dev.dockhand.app.proof;

import dev.dockhand.app.demo.Administrator;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 10,000 scans at 20 a second while the cable is cut and plugged at random and the server is killed and started again now and
 * then, beside the bare force of the same disk at the same rate; prints figures, and what else was under way where a verdict took
 * more than 50 ms. {@code -Dscans=}, {@code -Dkills=}, {@code -Dcuts=false} and {@code -Delsewhere=false} choose.
 */
class BrokenLinkBenchmark {

    private static final int SCANS_AN_ORDER = 1_000;
    private static final int LINES = 100;
    private static final long PERIOD_NANOS = 50_000_000;
    private static final long LIMIT_NANOS = 50_000_000;
    private static final int LONGEST_CUT_MILLIS = 5_000;
    private static final int LONGEST_CALM_MILLIS = 10_000;
    private static final int SHOWN = 40;

    private final int scans = Integer.getInteger("scans", 10_000);
    private final int kills = Integer.getInteger("kills", scans / 500);
    private final boolean cuts = !"false".equals(System.getProperty("cuts"));
    private final List<String> wrapper =
            "false".equals(System.getProperty("elsewhere")) ? List.of() : ServerBox.ELSEWHERE;
    private final LargeShop shop = new LargeShop(
            Integer.getInteger("dockhand.bench.items", 100_000),
            (scans + SCANS_AN_ORDER - 1) / SCANS_AN_ORDER,
            LINES,
            SCANS_AN_ORDER / LINES);
    private final Figures figures = new Figures();
    private final Random chance = new Random(Long.getLong("seed", 1));

    @TempDir
    private Path folder;

    @Test
    void noVerdictWaitsForTheLink() throws Exception {
        figures.title("%d scans at 20/s, cable %s, server killed %d times, started by %s"
                .formatted(scans, cuts ? "cut at random" : "whole", kills, wrapper));
        try (ServerBox server = ServerBox.open(folder.resolve("server"), wrapper, List.of())) {
            try (BadCable cable = new BadCable(server.port(), chance);
                    Administrator office = server.office()) {
                cable.calm(true);
                Warehouse.fill(office, shop);
                URI way = URI.create("http://127.0.0.1:" + cable.port());
                try (SerialBench bench = new SerialBench(folder, office, way, shop.orders())) {
                    bench.pickEverything();
                    measure(bench, server, cable);
                }
            }
        }
    }

    private void measure(SerialBench bench, ServerBox server, BadCable cable) throws Exception {
        try (Verdicts verdicts = new Verdicts(scans);
                Pulse pulse = new Pulse(folder, PERIOD_NANOS)) {
            bench.program().bench().onView(verdicts::told);
            Thread cutting = Thread.ofPlatform().daemon().start(() -> cut(cable, pulse));
            Thread killing = Thread.ofPlatform().daemon().start(() -> kill(server, pulse));
            for (int order = 1; order <= shop.orders(); order++) {
                shoot(bench, verdicts, order);
            }
            cutting.interrupt();
            cutting.join();
            killing.interrupt();
            killing.join();
            print(verdicts, pulse);
            figures.fact("starts of the server that something else broke", server.failedStarts());
            figures.fact(
                    "notices of the station", bench.program().memory().health().notices());
        }
    }

    private void shoot(SerialBench bench, Verdicts verdicts, int order) throws InterruptedException {
        bench.beginParcel(order);
        verdicts.armed(true);
        List<Integer> items = shop.burst(order, order);
        int first = (order - 1) * SCANS_AN_ORDER;
        int many = Math.min(SCANS_AN_ORDER, scans - first);
        Gun gun = bench.gun();
        long begins = System.nanoTime() + PERIOD_NANOS;
        for (int i = 0; i < many; i++) {
            int scan = first + i;
            gun.fire(GeneratedShop.gtin(items.get(i)), begins + i * PERIOD_NANOS, () -> verdicts.sent(scan));
            // Takes what the worker was shown out of the way, which nobody keeps at a real bench.
            bench.view();
        }
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (verdicts.told() < first + many && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        verdicts.armed(false);
        bench.setAside();
    }

    private void cut(BadCable cable, Pulse pulse) {
        try {
            while (cuts) {
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(LONGEST_CALM_MILLIS));
                cable.pull();
                Runnable plugged = pulse.begins("cable out");
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(LONGEST_CUT_MILLIS));
                cable.plug();
                plugged.run();
            }
        } catch (InterruptedException e) {
            cable.plug();
        }
    }

    private void kill(ServerBox server, Pulse pulse) {
        try {
            long mean = scans * PERIOD_NANOS / Math.max(1, kills);
            for (int kill = 0; kill < kills; kill++) {
                TimeUnit.NANOSECONDS.sleep(mean / 2 + chance.nextLong(mean / 2));
                Runnable started = pulse.begins("server start");
                server.kill();
                server.restart();
                started.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(Verdicts verdicts, Pulse pulse) {
        Histogram times = new Histogram(3);
        List<String> slow = new ArrayList<>();
        Map<String, Integer> causes = new TreeMap<>();
        for (int scan = 0; scan < verdicts.told(); scan++) {
            long took = verdicts.toldAt(scan) - verdicts.sentAt(scan);
            times.recordValue(took);
            if (took > LIMIT_NANOS) {
                List<String> during = pulse.during(verdicts.sentAt(scan), verdicts.toldAt(scan));
                causes.merge(during.toString(), 1, Integer::sum);
                slow.add(String.format(
                        Locale.ROOT, "%6d %6.1f ms %s %s", scan, took / 1e6, during, verdicts.seen(scan)));
            }
        }
        Histogram force = pulse.force();
        figures.times("last byte to durable verdict", times);
        figures.times("bare write of 4 KiB and force", force);
        figures.ratio("verdict / bare force", times, force);
        figures.fact("verdicts over 50 ms, of how many", slow.size() + ", " + times.getTotalCount());
        figures.fact(
                "bare forces over 50 ms, of how many",
                force.getTotalCount() - force.getCountBetweenValues(0, LIMIT_NANOS) + ", " + force.getTotalCount());
        figures.fact("what was told", verdicts.words());
        causes.forEach((during, count) -> figures.fact("over 50 ms during " + during, count));
        slow.stream().limit(SHOWN).forEach(line -> figures.fact("over 50 ms", line));
        verdicts.stacks(12).forEach(stack -> figures.fact("found", stack));
        figures.load();
    }
}
