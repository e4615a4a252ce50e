package dev.dockhand.app.demo;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.link.EnrolmentException;
import dev.dockhand.station.link.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a demo: what is done there stays, and the next demo goes on with it. Only what a demo made is ever thrown away. */
final class DemoFolder {

    private static final String MARK = "dockhand-demo.txt";
    private static final String LOADED = "sample-data-loaded";

    private final Path folder;

    private DemoFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder, or finds it.
     *
     * @param afresh whether what an earlier demo left there is thrown away
     */
    static DemoFolder open(Path folder, boolean afresh) throws IOException {
        Path mark = folder.resolve(MARK);
        if (afresh && Files.exists(mark)) {
            for (String name : List.of("server", "station", LOADED)) {
                delete(folder.resolve(name));
            }
        }
        Files.createDirectories(folder);
        if (!Files.exists(mark)) {
            Files.writeString(mark, "'server', 'station' and '" + LOADED + "' beside this file belong to the demo.\n");
        }
        return new DemoFolder(folder);
    }

    Path server() {
        return folder.resolve("server");
    }

    Path station() {
        return folder.resolve("station");
    }

    /** Whether the server has the sample data, so that it is not loaded over what was done with it. */
    boolean isLoaded() {
        return Files.exists(folder.resolve(LOADED));
    }

    void loaded() throws IOException {
        Files.createFile(folder.resolve(LOADED));
    }

    /**
     * Enrols the station where it is not; one that is only learns where the server is this time.
     *
     * @param server its address through the cable
     */
    void enrol(URI server, Enrolment enrolment)
            throws IOException, InterruptedException, MemoryException, EnrolmentException {
        Files.createDirectories(station());
        if (Identity.isIn(station())) {
            Identity.read(station()).at(server).write(station());
        } else {
            enrolment.enrol(station(), server);
        }
    }

    /** How a station is enrolled for the first time. */
    interface Enrolment {
        void enrol(Path station, URI server)
                throws IOException, InterruptedException, MemoryException, EnrolmentException;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
