package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.printer.PrinterRig.Kind;
import dev.dockhand.hardware.virtual.PrinterDials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of every kind at random moments: never two labels for one job, never more said than is true. */
@Execution(ExecutionMode.CONCURRENT)
class PrinterChaosTest {
    private static final int JOBS = 25;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,zpl", "2,zpl", "3,zpl", "5,tspl", "6,tspl", "7,slcs", "8,slcs", "9,epl", "10,escpos"})
    void noJobIsPrintedTwiceAndNoProofIsFalse(long seed, String language) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        PrinterSettings brief = new PrinterSettings(
                true,
                Duration.ofMillis(120),
                Duration.ofMillis(200),
                Duration.ofMillis(50),
                Duration.ofMillis(600),
                Duration.ofMillis(800),
                Duration.ofMillis(1500),
                Duration.ofMillis(30));
        try (PrinterRig rig = new PrinterRig(seed % 2 == 0 ? Kind.PTY : Kind.SOCKET, folder, brief, language)) {
            // long enough to be seen busy
            rig.far.dials().labelTime(Duration.ofMillis(language.equals("zpl") ? 15 : 80));
            List<CompletableFuture<PrintUpdate>> ends = new ArrayList<>();
            for (int i = 0; i < JOBS; i++) {
                ends.add(rig.printer.print(rig.label("c" + i, 200 + random.nextInt(30_000))));
                fault(rig, random);
                while (ends.stream().filter(end -> !end.isDone()).count() > 2) {
                    LockSupport.parkNanos(1_000_000);
                    if (random.nextInt(100) == 0) {
                        fault(rig, random);
                    }
                }
            }
            heal(rig);
            for (int i = 0; i < JOBS; i++) {
                PrintState end = ends.get(i).join().state();
                long whole = rig.whole("c" + i);
                switch (end) {
                    case PrintState.Failed _ ->
                        assertThat(whole).as("c%d %s", i, end).isZero();
                    case PrintState.Confirmed(ProofLevel proof, boolean _)
                    when proof == ProofLevel.CLEAR ->
                        assertThat(whole).as("c%d %s", i, end).isOne();
                    default -> assertThat(whole).as("c%d %s", i, end).isLessThanOrEqualTo(1);
                }
            }
        }
    }

    private static void fault(PrinterRig rig, RandomGenerator random) {
        PrinterDials dials = rig.far.dials();
        switch (random.nextInt(22)) {
            case 0 -> dials.paperOut(true);
            case 1 -> dials.headOpen(true);
            case 2 -> dials.paperOutInNextLabel();
            case 3 -> dials.loseAnswers(true);
            case 4 -> rig.far.end().dials().stall(true);
            case 5 -> rig.far.end().unplug();
            case 6 -> dials.powerOffAfter(random.nextInt(20_000));
            case 7 -> rig.far.powerOff();
            case 8 -> rig.far.end().dials().garbage(new byte[] {2, '9', 3, 2});
            case 9 -> dials.hidesFaults(random.nextBoolean());
            default -> heal(rig);
        }
    }

    private static void heal(PrinterRig rig) {
        PrinterDials dials = rig.far.dials();
        dials.paperOut(false);
        dials.headOpen(false);
        dials.loseAnswers(false);
        rig.far.end().dials().stall(false);
        rig.far.end().replug();
    }
}
