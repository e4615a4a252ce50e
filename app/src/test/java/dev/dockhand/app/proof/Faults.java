package dev.dockhand.app.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What befalls stations and server, one thing every few seconds, as a seed decides. Each lasts a while, so several are under way
 * at once; only the same thing of the same process is not hurt twice at a time.
 */
final class Faults {

    private static final int MEAN_MILLIS = 8_000;
    private static final int SECOND = 1_000;

    private final List<StationBox> stations;
    private final Random chance;
    private final List<Fault> kinds;
    private final Set<String> busy = new HashSet<>();
    private final List<Thread> underWay = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private Thread drawing = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean calm;

    Faults(ServerBox server, List<StationBox> stations, Random chance) {
        this.kinds = Fault.all(server);
        this.stations = stations;
        this.chance = chance;
    }

    /** From now on something happens every few seconds. */
    void begin() {
        calm = false;
        stations.forEach(station -> station.cable().calm(false));
        drawing = Thread.ofVirtual().name("faults").start(this::draw);
    }

    /** Lets what is under way end; then nothing more happens. */
    void calm() throws InterruptedException {
        calm = true;
        drawing.interrupt();
        drawing.join();
        for (Thread fault : underWay) {
            fault.join();
        }
        stations.forEach(station -> station.cable().calm(true));
    }

    /** How often each happened. */
    Map<String, Integer> counts() {
        synchronized (busy) {
            return new TreeMap<>(counts);
        }
    }

    /** What the faults themselves failed on. */
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Whether a process is being killed or stopped now. */
    boolean hurts(String name) {
        synchronized (busy) {
            return busy.contains(name);
        }
    }

    private void draw() {
        try {
            while (!calm) {
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(2 * MEAN_MILLIS));
                Fault kind = drawn();
                StationBox station = stations.get(chance.nextInt(stations.size()));
                int millis = SECOND / 4 + chance.nextInt(kind.longest() * SECOND);
                String hurt = kind.isOfServer() ? kind.part() : station.name() + " " + kind.part();
                synchronized (busy) {
                    if (busy.add(hurt)) {
                        counts.merge(kind.name(), 1, Integer::sum);
                        underWay.removeIf(fault -> !fault.isAlive());
                        underWay.add(Thread.ofVirtual().start(() -> happen(kind, station, millis, hurt)));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fault drawn() {
        int drawn = chance.nextInt(kinds.stream().mapToInt(Fault::weight).sum());
        for (Fault kind : kinds) {
            drawn -= kind.weight();
            if (drawn < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("weights that do not add up");
    }

    private void happen(Fault kind, StationBox station, int millis, String hurt) {
        List<StationBox> touched = kind.isOfServer() ? stations : List.of(station);
        touched.forEach(each -> each.recovery().begins());
        AtomicBoolean ended = new AtomicBoolean();
        Runnable over = () -> {
            if (ended.compareAndSet(false, true)) {
                touched.forEach(each -> each.recovery().ends());
            }
        };
        try {
            kind.deed().on(station, millis, over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | SQLException | RuntimeException | AssertionError e) {
            failures.add(new AssertionError(kind.name() + " at " + hurt, e));
        } finally {
            over.run();
            synchronized (busy) {
                busy.remove(hurt);
            }
        }
    }
}
