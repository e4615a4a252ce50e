package dev.dockhand.station.replica;

import dev.dockhand.station.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The H2 files of a folder: each new one gets a higher number, so that a broken or locked one is never in the way. */
final class Generations {

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
    private static final String NAME = "view-%06d.mv.db";

    private final Path folder;
    private int highest;

    Generations(Path folder) throws IOException {
        this.folder = folder;
        // Recipients of the work in hand are in its files.
        PrivateFiles.createFolder(folder);
        newest().ifPresent(file -> highest = numberOf(file));
    }

    private static int numberOf(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring("view-".length(), name.indexOf('.')));
    }

    /** The newest file, absent when there is none. */
    Optional<Path> newest() throws IOException {
        List<Path> files = files();
        return files.isEmpty() ? Optional.empty() : Optional.of(files.getLast());
    }

    /** A name that no file has. */
    synchronized Path next() {
        highest++;
        return folder.resolve(NAME.formatted(highest));
    }

    /** Keeps one damaged file for whoever looks into it. */
    void setAside(Path damaged) {
        try {
            Files.move(damaged, folder.resolve("damaged.h2"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} could not be set aside: {}", damaged, e.toString());
        }
    }

    void deleteAllBut(Path used) throws IOException {
        for (Path file : files()) {
            if (!file.equals(used)) {
                delete(file);
            }
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted: {}", file, e.toString());
        }
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            LOG.debug("{}: {}", file, e.toString());
            return 0;
        }
    }

    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "view-*.mv.db")) {
            files.forEach(found::add);
        }
        found.sort(null);
        return found;
    }
}
