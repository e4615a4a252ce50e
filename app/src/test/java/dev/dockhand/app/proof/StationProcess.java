package dev.dockhand.app.proof;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.SyncStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A station in a process of its own, and a person who works at it. Devices are at the other process; what is told to the
 * person is told on standard output as it is told: {@code TOLD seq tone key}, where {@code seq} is the last act in the
 * journal.
 */
final class StationProcess {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private long verdicts;

    private StationProcess() {}

    /** Folder, and the name of this life's totes. */
    public static void main(String[] arguments) throws Exception {
        new StationProcess().live(Path.of(arguments[0]), arguments[1]);
    }

    private void live(Path folder, String totes) throws Exception {
        try (StationProgram program = StationProgram.open(folder, Bench.parts())) {
            program.bench().onView(view -> told(program, view));
            Worker worker = new Worker(program.bench(), new Remote(), totes);
            say("OPEN");
            worker.await(view -> !program.memory().view().locations().isEmpty(), "the first snapshot");
            worker.work();
            while (program.memory().sync().state() != SyncStatus.State.IN_STEP) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            say("REST");
            in.readLine();
        }
    }

    private void told(StationProgram program, BenchView view) {
        Verdict verdict = view.verdict();
        if (verdict != null && view.verdictNumber() > verdicts) {
            verdicts = view.verdictNumber();
            try {
                say("TOLD %d %s %s"
                        .formatted(
                                program.memory().facts(false).lastSeq(),
                                verdict.tone(),
                                verdict.text().key()));
            } catch (MemoryException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized void say(String line) {
        out.println(line);
    }

    private final class Remote implements Hands {
        @Override
        public void scan(String text) {
            say("SCAN " + text);
        }

        @Override
        public void load(BigDecimal grams) {
            say("LOAD " + grams.toPlainString());
        }

        @Override
        public boolean hasLabel(String waybill) {
            say("LABEL " + waybill);
            try {
                return "yes".equals(in.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
