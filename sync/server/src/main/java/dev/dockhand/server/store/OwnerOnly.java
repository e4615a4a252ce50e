package dev.dockhand.server.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that nobody but their owner may look into. Where the system has no such rights, it has others. */
public final class OwnerOnly {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes a folder where there is none, and takes the rights of others at it away. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(FOLDER));
        }
        limit(folder, FOLDER);
    }

    /** Takes the rights of others at a file away. */
    public static void file(Path file) throws IOException {
        limit(file, FILE);
    }

    /** With what a file is to be made. */
    public static FileAttribute<?>[] file() {
        return attributes(FILE);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return hasRights()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static void limit(Path path, Set<PosixFilePermission> most) throws IOException {
        if (!hasRights() || most.containsAll(Files.getPosixFilePermissions(path))) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, most);
        } catch (FileSystemException e) {
            LOG.warn("others may look into {}, which belongs to another user", path);
        }
    }

    private static boolean hasRights() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
