package dev.dockhand.server.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The folder of a machine.
 *
 * @param path where it is
 */
record Folder(Path path) {

    private Path view() {
        return path.resolve("view");
    }

    private Path aside() {
        return path.resolve("aside");
    }

    /** Lets the remains of a killed process end, and puts everything back as it was when it was killed. */
    void around(Runnable end) {
        copy(view(), aside());
        end.run();
        delete(view());
        copy(aside(), view());
        delete(aside());
    }

    /** What a power cut may leave of the read model: nothing, half of it, or all. */
    void damage(Random chance) {
        int fate = chance.nextInt(6);
        if (fate == 0) {
            delete(view());
        } else if (fate == 1) {
            files(view()).stream()
                    .filter(file -> file.toString().endsWith(".mv.db"))
                    .forEach(file -> cut(file, chance));
        }
    }

    private static void cut(Path file, Random chance) {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate((long) (channel.size() * chance.nextDouble()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void copyTo(Path other) {
        copy(path, other);
    }

    private static List<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            for (Path file : files(from)) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            for (Path file :
                    files(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
