package dev.dockhand.app.cli;

import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long 1,000 locations take: proved by a printer that answers, sent to one that does not, and as a PDF of A4. */
class BatchBenchmark {

    private static final int LABELS = 1000;

    @TempDir
    private Path folder;

    @Test
    void aThousandLocations() throws IOException {
        String rows =
                IntStream.rangeClosed(1, LABELS).mapToObj("A-%04d"::formatted).collect(Collectors.joining("\n"));
        String data = Files.writeString(folder.resolve("locations.csv"), "code\n" + rows)
                .toString();
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = new VirtualPrinter(paper, InstantSource.system()).start();
            printer.dials().labelTime(Duration.ofMillis(1));
            String address = paper.address().uri();
            time("sent", "print", "--printer", address, "--label", "location", "--data", data, "--no-status");
            time("proved", "print", "--printer", address, "--label", "location", "--data", data);
        }
        String out = folder.resolve("a4.pdf").toString();
        time("as a PDF", "render", "--label", "location", "--data", data, "--paper", "a4", "--out", out);
    }

    private static void time(String what, String... command) {
        long start = System.nanoTime();
        Ran ran = Ran.run(command);
        System.out.printf(
                "%,d locations %s: exit code %d, %.1f s%n",
                LABELS, what, ran.code(), (System.nanoTime() - start) / 1e9);
    }
}
