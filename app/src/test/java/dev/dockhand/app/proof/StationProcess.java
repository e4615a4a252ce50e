package dev.dockhand.app.proof;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.SyncStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A station in a process of its own, and a person who works at it. Devices are at the other process; what is told to the
 * person is told on standard output as it is told: {@code TOLD seq tone key}, where {@code seq} is the last act in the
 * journal.
 */
final class StationProcess {

    private final RemoteHands hands = new RemoteHands();
    private long verdicts;

    private StationProcess() {}

    /**
     * Starts one.
     *
     * @param totes the name of this life's totes
     */
    static Process start(Path folder, String totes, File errors) throws IOException {
        return Jvm.of(
                        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m"),
                        List.of(StationProcess.class.getName(), folder.toString(), totes))
                .redirectError(errors)
                .start();
    }

    /** Folder, and the name of this life's totes. */
    public static void main(String[] arguments) throws Exception {
        new StationProcess().live(Path.of(arguments[0]), arguments[1]);
    }

    private void live(Path folder, String totes) throws Exception {
        try (StationProgram program = StationProgram.open(folder, Bench.parts())) {
            program.bench().onView(view -> told(program, view));
            Worker worker = new Worker(program.bench(), hands, totes);
            hands.say("OPEN");
            worker.await(view -> !program.memory().view().locations().isEmpty(), "the first snapshot");
            worker.work();
            while (program.memory().sync().state() != SyncStatus.State.IN_STEP) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            hands.say("REST");
            hands.hear();
        }
    }

    private void told(StationProgram program, BenchView view) {
        Verdict verdict = view.verdict();
        if (verdict != null && view.verdictNumber() > verdicts) {
            verdicts = view.verdictNumber();
            try {
                hands.say("TOLD %d %s %s"
                        .formatted(
                                program.memory().facts(false).lastSeq(),
                                verdict.tone(),
                                verdict.text().key()));
            } catch (MemoryException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
