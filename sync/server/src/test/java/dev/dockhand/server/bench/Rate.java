package dev.dockhand.server.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * What several threads did in a while.
 *
 * @param perSecond things done a second
 * @param p50 how long one go took, in milliseconds
 * @param p99 how long the slowest of a hundred took
 */
record Rate(double perSecond, double p50, double p99) {

    /** Each does its work again and again until the time is up, and says how many things one go was. */
    static Rate of(List<Callable<Integer>> each, Duration time) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long done = 0;
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(each.size())) {
            List<Future<Long>> all = new ArrayList<>();
            List<List<Long>> times = new ArrayList<>();
            for (Callable<Integer> one : each) {
                List<Long> mine = new ArrayList<>();
                times.add(mine);
                all.add(threads.submit(() -> {
                    long count = 0;
                    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        count += one.call();
                        mine.add(System.nanoTime() - now);
                    }
                    return count;
                }));
            }
            for (Future<Long> one : all) {
                done += one.get();
            }
            times.forEach(nanos::addAll);
        }
        return new Rate(done * 1e9 / (System.nanoTime() - start), at(nanos, 0.5), at(nanos, 0.99));
    }

    static double at(List<Long> nanos, double part) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
    }

    /** The median of several runs, figure by figure. */
    static Rate median(List<Rate> runs) {
        return new Rate(median(runs, Rate::perSecond), median(runs, Rate::p50), median(runs, Rate::p99));
    }

    private static double median(List<Rate> runs, ToDoubleFunction<Rate> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,8.0f/s  p50 %7.2f ms  p99 %7.2f ms", perSecond, p50, p99);
    }
}
