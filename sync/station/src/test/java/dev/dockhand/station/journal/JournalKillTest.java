package dev.dockhand.station.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalKillTest {

    @TempDir
    Path folder;

    /** The child: appends for ever and says the number of each event after it was confirmed. */
    public static final class Appender {
        private Appender() {}

        public static void main(String[] args) throws Exception {
            try (Journal journal = Journal.open(
                    new Floor().parts(new RealDisk(), JournalSettings.USUAL), Path.of(args[0]), Floor.AUTHOR, 1)) {
                while (true) {
                    System.out.println(journal.append(List.of(Floor.pick(1), Floor.pick(2)))
                            .getLast()
                            .seq());
                }
            }
        }
    }

    @Test
    @Timeout(120)
    void everyEventThatAKilledProcessConfirmedIsThere() throws Exception {
        long confirmed = 0;
        for (int kill = 1; kill <= 4; kill++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Appender.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out = child.inputReader()) {
                long stopAt = confirmed + 100 + 37 * kill;
                while (confirmed < stopAt) {
                    confirmed = number(out.readLine());
                }
                child.toHandle().destroyForcibly();
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    // The last line may be half a number.
                    confirmed =
                            line.matches("\\d+") && Long.parseLong(line) == confirmed + 2 ? confirmed + 2 : confirmed;
                }
            }
            child.waitFor();
            try (Journal journal =
                    Journal.open(new Floor().parts(new RealDisk(), JournalSettings.USUAL), folder, Floor.AUTHOR, 1)) {
                assertThat(journal.lastSeq()).isGreaterThanOrEqualTo(confirmed).isLessThanOrEqualTo(confirmed + 4);
                assertThat(Chain.problem(journal)).isEmpty();
                confirmed = journal.lastSeq();
            }
        }
    }

    private static long number(String line) {
        assertThat(line).matches("\\d+");
        return Long.parseLong(line);
    }
}
