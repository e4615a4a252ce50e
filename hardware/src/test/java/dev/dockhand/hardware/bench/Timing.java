package dev.dockhand.hardware.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** Times of one act, told as percentiles; {@code mvn -Pbench -pl hardware,packaging/rules test} writes them to target/bench. */
final class Timing {
    private static final Path FOLDER = Path.of(System.getProperty("dockhand.module.dir", "."), "target/bench");

    private final String name;
    private final long[] nanos;
    private int count;

    Timing(String name, int most) {
        this.name = name;
        this.nanos = new long[most];
    }

    /** Something that is timed. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    void time(Act act) throws Exception {
        long begun = System.nanoTime();
        act.run();
        nanos[count] = System.nanoTime() - begun;
        count++;
    }

    /** Adds the line to the file of these figures and to the output. */
    void tell(String file) throws IOException {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        String line = String.format(
                Locale.ROOT,
                "%-48s p50 %8.3f ms  p99 %8.3f ms  most %8.3f ms  (%d)%n",
                name,
                sorted[count / 2] / 1e6,
                sorted[count * 99 / 100] / 1e6,
                sorted[count - 1] / 1e6,
                count);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.print(line);
    }
}
