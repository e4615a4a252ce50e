package dev.dockhand.station;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may read what holds a secret or a recipient: the user who writes it, and the group of the folder where that group may
 * write there, because then its members work this station in turns. Nobody else.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> GROUP =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);

    private PrivateFiles() {}

    /** Makes an empty file. The system's mask is not asked: who enrols as root must not lock the station out. */
    public static void create(Path file) throws IOException {
        Path folder = folderOf(file);
        if (!hasModes(folder)) {
            Files.createFile(file);
            return;
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
        if (isShared(folder)) {
            Set<PosixFilePermission> both = EnumSet.copyOf(OWNER);
            both.addAll(GROUP);
            Files.setPosixFilePermissions(file, both);
        }
    }

    /** Makes a folder; one that is there is left as it is. */
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folderOf(folder);
        Files.createDirectories(parent);
        // Given at its making and not afterwards: a later change would take the inherited group away.
        FileAttribute<?>[] modes = hasModes(parent)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(isShared(parent) ? "rwxrwx---" : "rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectory(folder, modes);
    }

    /** Replaces what a file holds, all or nothing: it has its name only once all of it is on the disk. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        create(fresh);
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private static boolean hasModes(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    private static boolean isShared(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.GROUP_WRITE);
    }
}
