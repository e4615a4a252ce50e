package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.demo.Cable;
import dev.dockhand.app.demo.VirtualBench;
import java.io.BufferedReader;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A station's process is stopped (SIGSTOP, as a laptop that sleeps) with a labelled parcel in hand. A supervisor breaks its
 * leases, another station ships its orders, then it wakes and goes on where it was.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class SleepingStationTest {

    private static final int ORDERS = 2;
    private static final String REST = "REST";

    @TempDir
    Path folder;

    @Test
    void whoSleepsPastItsLeaseShipsNothingTwice() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, new GeneratedShop(8, ORDERS, 4));
                Cable other = warehouse.anotherCable();
                VirtualBench devices = Bench.virtualDevices()) {
            Path station = folder.resolve("sleeper");
            Bench.enrol(
                    station,
                    warehouse.office(),
                    warehouse.throughCable(),
                    "ST-01",
                    devices.settings(),
                    Bench.rules(true, ORDERS));
            File errors = folder.resolve("errors.txt").toFile();
            Process sleeper = StationProcess.start(station, "ONE", errors);
            try (BufferedReader out = sleeper.inputReader();
                    PrintWriter in = new PrintWriter(sleeper.outputWriter(), true)) {
                Hands hands = new Hands.AtDevices(devices);
                String closes = workUntil("SCAN .*6329\\d{8}", out, hands, in);
                Jvm.stop(sleeper);
                for (String task :
                        warehouse.rows("SELECT task FROM shipment WHERE holder = 'ST-01' AND stage <> 'PACKED'")) {
                    warehouse.breakLease(task);
                }
                try (Bench second =
                        Bench.open(folder.resolve("second"), warehouse, Warehouse.through(other), "ST-02", ORDERS)) {
                    second.awaitWork();
                    second.worker("TWO").work();
                    second.awaitInStep();
                }
                assertThat(warehouse.packed()).hasSize(ORDERS);
                Jvm.goOn(sleeper);
                RemoteHands.obey(closes, hands, in);
                workUntil(REST, out, hands, in);
                in.println("bye");
                assertThat(sleeper.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                sleeper.destroyForcibly();
            }
            assertThat(sleeper.exitValue())
                    .as(Files.readString(errors.toPath()))
                    .isZero();
            check(warehouse, station);
        }
    }

    /** Does with the devices what the station's person asks for, until they say something, which is left to do. */
    private static String workUntil(String said, BufferedReader out, Hands hands, PrintWriter in) throws Exception {
        for (String line = out.readLine(); line != null && !line.equals(REST); line = out.readLine()) {
            if (line.matches(said)) {
                return line;
            }
            RemoteHands.obey(line, hands, in);
        }
        assertThat(said).as("what the station says before it rests or ends").isEqualTo(REST);
        return REST;
    }

    private void check(Warehouse warehouse, Path station) throws Exception {
        assertThat(warehouse.packed()).as("orders that shipped").hasSize(ORDERS).doesNotHaveDuplicates();
        List<String> kept = warehouse.rows("SELECT seq FROM event WHERE station = 'ST-01' ORDER BY seq");
        assertThat(kept)
                .as("acts of who slept")
                .hasSameSizeAs(Acts.copied(station, folder.resolve("copy"), "journal of who slept"));
        assertThat(warehouse.number("SELECT count(*) FROM exception WHERE kind IN ('STALE_LEASE', 'ALREADY_SHIPPED')"))
                .as("what came too late is before a supervisor")
                .isPositive();
        warehouse.checkBooks();
    }
}
