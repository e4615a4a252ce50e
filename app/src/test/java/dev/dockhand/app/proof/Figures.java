package dev.dockhand.app.proof;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Prints what a benchmark measured, with the load of the machine beside it. */
final class Figures {

    private static final double NANOS_A_MILLI = 1e6;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** A heading. */
    void title(String words) {
        out.printf(Locale.ROOT, "%n== %s%n", words);
        load();
    }

    /** The machine's load now. */
    void load() {
        out.printf(
                Locale.ROOT,
                "%-52s %.2f, %d processors%n",
                "load average of the last minute",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    /** A spread of times. */
    void times(String what, Histogram nanos) {
        out.printf(
                Locale.ROOT,
                "%-52s p50 %7.2f  p99 %7.2f  max %7.2f ms  (%d)%n",
                what,
                at(nanos, 50),
                at(nanos, 99),
                nanos.getMaxValue() / NANOS_A_MILLI,
                nanos.getTotalCount());
    }

    /** By how much one spread is slower than another. */
    void ratio(String what, Histogram slow, Histogram quick) {
        out.printf(
                Locale.ROOT,
                "%-52s p50 %7.1f  p99 %7.1f times%n",
                what,
                at(slow, 50) / at(quick, 50),
                at(slow, 99) / at(quick, 99));
    }

    /** A fact. */
    void fact(String what, Object value) {
        out.printf(Locale.ROOT, "%-52s %s%n", what, value);
    }

    private static double at(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_A_MILLI;
    }
}
