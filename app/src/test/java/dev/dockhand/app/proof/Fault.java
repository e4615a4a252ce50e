package dev.dockhand.app.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Something that may befall a station or the server.
 *
 * @param name what it is called
 * @param part what it hurts, so that nothing else hurts the same meanwhile
 * @param weight how often it happens beside the others
 * @param longest how many seconds it may take
 * @param deed how it is done
 */
record Fault(String name, String part, int weight, int longest, Deed deed) {

    private static final int SECOND = 1_000;
    private static final int PATIENCE_TRIES = 120;

    /** It happens, for so many milliseconds; says when it is over where that is before the end. */
    interface Deed {
        void on(StationBox station, int millis, Runnable over) throws IOException, InterruptedException, SQLException;
    }

    /** Whether it touches every station. */
    boolean isOfServer() {
        return part.startsWith("server");
    }

    /** All that may befall stations and this server. */
    static List<Fault> all(ServerBox server) {
        Deeds deeds = new Deeds(server);
        return List.of(
                new Fault("cable pulled", "cable", 25, 25, Fault::pull),
                new Fault("station killed", "process", 15, 3, Fault::killStation),
                new Fault("station stopped", "process", 12, 20, Fault::stopStation),
                new Fault("station asleep while its leases are broken", "process", 10, 25, deeds::sleepPastTheLease),
                new Fault("station's disk full", "disk", 10, 20, Fault::fillStation),
                new Fault("server killed", "server process", 6, 3, deeds::killServer),
                new Fault("server stopped", "server process", 5, 15, deeds::stopServer),
                new Fault("PostgreSQL killed", "server database", 3, 1, deeds::killPostgres),
                new Fault("server's disk full", "server disk", 4, 20, deeds::fillServer));
    }

    private static void pull(StationBox station, int millis, Runnable over) throws InterruptedException {
        station.cable().pull();
        TimeUnit.MILLISECONDS.sleep(millis);
        station.cable().plug();
    }

    private static void killStation(StationBox station, int millis, Runnable over) throws InterruptedException {
        station.kill();
        TimeUnit.MILLISECONDS.sleep(millis);
        over.run();
        station.start();
    }

    private static void stopStation(StationBox station, int millis, Runnable over) throws InterruptedException {
        Jvm.stop(station.process());
        TimeUnit.MILLISECONDS.sleep(millis);
        Jvm.goOn(station.process());
    }

    private static void fillStation(StationBox station, int millis, Runnable over)
            throws IOException, InterruptedException {
        station.fill();
        TimeUnit.MILLISECONDS.sleep(millis);
        station.free();
    }

    /** Those of the server. */
    private record Deeds(ServerBox server) {
        /** Others get its work meanwhile; when it wakes, it goes on as if nothing had been. */
        private void sleepPastTheLease(StationBox station, int millis, Runnable over) throws InterruptedException {
            Jvm.stop(station.process());
            TimeUnit.MILLISECONDS.sleep(SECOND);
            for (String task : held(station)) {
                tryToBreak(task);
            }
            TimeUnit.MILLISECONDS.sleep(millis);
            Jvm.goOn(station.process());
        }

        private void tryToBreak(String task) throws InterruptedException {
            try {
                server.breakLease(task);
            } catch (IOException e) {
                // The server is away: its holder keeps it.
                return;
            }
        }

        private List<String> held(StationBox station) {
            try {
                return server.tables()
                        .rows("SELECT task FROM shipment WHERE stage IN ('RELEASED', 'PICKED') AND holder = '%s'"
                                .formatted(station.name()));
            } catch (IllegalStateException | UncheckedIOException e) {
                // The database is away too: nobody can break anything.
                return List.of();
            }
        }

        /** It is over when somebody starts the server; what that takes to be ready is recovery. */
        private void killServer(StationBox any, int millis, Runnable over) throws InterruptedException {
            server.kill();
            TimeUnit.MILLISECONDS.sleep(millis);
            over.run();
            server.restart();
        }

        private void stopServer(StationBox any, int millis, Runnable over) throws InterruptedException {
            Jvm.stop(server.process());
            TimeUnit.MILLISECONDS.sleep(millis);
            Jvm.goOn(server.process());
        }

        /** The server notices by itself. */
        private void killPostgres(StationBox any, int millis, Runnable over) {
            server.killPostgres();
        }

        private void fillServer(StationBox any, int millis, Runnable over) throws InterruptedException, SQLException {
            try {
                server.fill();
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (SQLException | UncheckedIOException e) {
                // The database is away too.
                TimeUnit.MILLISECONDS.sleep(SECOND);
            }
            for (int tries = 1; ; tries++) {
                try {
                    server.free();
                    return;
                } catch (SQLException | UncheckedIOException e) {
                    if (tries == PATIENCE_TRIES) {
                        throw e;
                    }
                    TimeUnit.MILLISECONDS.sleep(SECOND);
                }
            }
        }
    }
}
