package dev.dockhand.station.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** Prints what an append costs here, against the same bytes written without a force. Run it as a program. */
public final class JournalBench {

    private static final int WARM_UP = 2_000;
    private static final int RECORDS = 5_000;

    private JournalBench() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        Path folder = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "."), "journal-bench");
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Journal.Parts parts = new Journal.Parts(
                    new RealDisk(),
                    JournalSettings.USUAL,
                    java.time.InstantSource.system(),
                    RandomGenerator.getDefault(),
                    background,
                    (kind, text) -> out.println(kind + " " + text));
            try (Journal journal = Journal.open(parts, folder.resolve("epoch"), Floor.AUTHOR, 1)) {
                long[] forced = timed(() -> journal.append(List.of(Floor.pick(1))));
                long[] plain = plain(
                        folder.resolve("plain"),
                        journal.read(1, 1, 1 << 20).getFirst().bytes());
                out.printf("append + force  p50 %,d us  p99 %,d us%n", forced[0] / 1000, forced[1] / 1000);
                out.printf("plain append    p50 %,d us  p99 %,d us%n", plain[0] / 1000, plain[1] / 1000);
                out.printf("ratio p50       %.0f%n", (double) forced[0] / plain[0]);
            }
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(JournalBench::delete);
        }
    }

    private static long[] plain(Path file, byte[] event) throws Exception {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            return timed(() -> channel.write(ByteBuffer.wrap(event)));
        }
    }

    private static long[] timed(Step step) throws Exception {
        long[] nanos = new long[RECORDS];
        for (int i = -WARM_UP; i < RECORDS; i++) {
            long start = System.nanoTime();
            step.run();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return new long[] {nanos[RECORDS / 2], nanos[RECORDS * 99 / 100]};
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
