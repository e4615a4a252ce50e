package dev.dockhand.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A station that several users work in turns, and one that belongs to a single user. */
@EnabledOnOs(OS.LINUX)
class PrivateFilesTest {

    @TempDir
    private Path folder;

    private String made(String modesOfTheFolder, boolean asFolder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(modesOfTheFolder));
        Path made = folder.resolve("made");
        if (asFolder) {
            PrivateFiles.createFolder(made);
        } else {
            PrivateFiles.create(made);
        }
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(made));
    }

    @Test
    void aFileOfASharedFolderIsItsGroupsToo() throws IOException {
        assertThat(made("rwxrwx---", false)).isEqualTo("rw-rw----");
    }

    @Test
    void aFileOfOneUserIsHisAlone() throws IOException {
        assertThat(made("rwxr-xr-x", false)).isEqualTo("rw-------");
    }

    @Test
    void nobodyElseEntersAFolder() throws IOException {
        assertThat(made("rwxr-xr-x", true)).isEqualTo("rwx------");
        assertThat(Files.isDirectory(folder.resolve("made"))).isTrue();
    }

    @Test
    void aFolderThatIsThereIsLeftAsItIs() throws IOException {
        Files.createDirectory(folder.resolve("made"));
        String before = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("made")));
        assertThat(made("rwxrwx---", true)).isEqualTo(before);
    }
}
