package dev.dockhand.app.proof;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What server and stations take of the machine's memory, sample by sample, and whether it grows. */
final class MemorySeries {

    private static final double MEBI = 1 << 20;
    private static final double MINUTES_AN_HOUR = 60;
    private static final Duration WARM = Duration.ofSeconds(45);

    private final Map<String, List<Sample>> samples = new TreeMap<>();

    /**
     * One look.
     *
     * @param minute of the run
     * @param pid the life of the process
     * @param resident MiB of the machine's memory
     * @param living MiB of objects behind a full collection
     */
    private record Sample(double minute, long pid, double resident, double living) {}

    /** Looks at a process; nothing is kept of one that does not answer, or that has just been started. */
    void look(String name, double minute, Process process) throws InterruptedException {
        if (age(process).compareTo(WARM) < 0) {
            return;
        }
        OptionalLong living = Jvm.living(process);
        OptionalLong resident = Jvm.resident(process);
        if (living.isPresent() && resident.isPresent()) {
            samples.computeIfAbsent(name, none -> new ArrayList<>())
                    .add(new Sample(minute, process.pid(), resident.getAsLong() / MEBI, living.getAsLong() / MEBI));
        }
    }

    private static Duration age(Process process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, InstantSource.system().instant()))
                .orElse(Duration.ZERO);
    }

    /** The last sample of each, in words. */
    String latest() {
        return samples.entrySet().stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s %.0f/%.0f",
                        each.getKey(),
                        each.getValue().getLast().resident(),
                        each.getValue().getLast().living()))
                .collect(Collectors.joining(" "));
    }

    /** Every sample, and how much the memory grows in an hour, over the whole run and within the lives of a process. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        samples.forEach((name, all) -> {
            lines.add(line(name, "resident", all, Sample::resident));
            lines.add(line(name, "heap behind a full collection", all, Sample::living));
        });
        return lines;
    }

    private static String line(String name, String what, List<Sample> all, ToDoubleFunction<Sample> value) {
        List<List<Sample>> lives = List.copyOf(
                all.stream().collect(Collectors.groupingBy(Sample::pid)).values());
        return String.format(
                Locale.ROOT,
                "%s %s: %+.1f MiB an hour over the run, %+.1f within a life; MiB: %s",
                name,
                what,
                slope(List.of(all), value),
                slope(lives, value),
                all.stream()
                        .map(sample -> String.format(Locale.ROOT, "%.0f", value.applyAsDouble(sample)))
                        .collect(Collectors.joining(" ")));
    }

    /** Least squares, each group around its own mean. */
    private static double slope(List<List<Sample>> groups, ToDoubleFunction<Sample> value) {
        double above = 0;
        double below = 0;
        for (List<Sample> group : groups) {
            double time = group.stream().mapToDouble(Sample::minute).average().orElse(0);
            double mean = group.stream().mapToDouble(value).average().orElse(0);
            for (Sample sample : group) {
                above += (sample.minute() - time) * (value.applyAsDouble(sample) - mean);
                below += (sample.minute() - time) * (sample.minute() - time);
            }
        }
        return below == 0 ? 0 : MINUTES_AN_HOUR * above / below;
    }
}
