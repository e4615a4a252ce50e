package dev.dockhand.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.server.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say when they are asked something that cannot be. */
class CommandsTest {

    @TempDir
    private Path folder;

    private String data;
    private Path key;
    private Path file;

    @BeforeEach
    void anAddressAtWhichNobodyListens() throws IOException {
        data = folder.toString();
        Files.writeString(DataFolder.address(folder), "http://127.0.0.1:1\n");
        key = Files.writeString(DataFolder.adminKey(folder), "abc-DEF_123\n");
        file = Files.writeString(folder.resolve("places.csv"), "code,zone,kind,walk\n");
    }

    private static String run(String... arguments) {
        StringWriter err = new StringWriter();
        int code = ServerMain.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).startsWith("dockhand-server: ");
        return err.toString();
    }

    @Test
    void aFileThatCannotBeReadIsSaidWithItsReason() throws IOException {
        Path none = folder.resolve("none.csv");
        assertThat(run("import", "locations", none.toString(), "--data", data)).contains("no file", none.toString());
        assertThat(run("import", "locations", data, "--data", data)).contains("is a folder");
        assertThat(run("status", "--data", data, "--key-file", none.toString())).contains("no file", none.toString());
        Files.delete(key);
        assertThat(run("import", "locations", file.toString(), "--data", data)).contains("no file", key.toString());
    }

    @Test
    void whatIsNoKeyIsNeitherSentNorShown() throws IOException {
        for (String wrong : new String[] {"-----BEGIN KEY-----\nMIIB\n", "", "a b", "x".repeat(5000)}) {
            Files.writeString(key, wrong, StandardCharsets.UTF_8);
            assertThat(run("status", "--data", data))
                    .contains(key.toString(), "no administrator's key")
                    .doesNotContain("MIIB", "BEGIN", "xxxx");
        }
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        for (String wrong : new String[] {"foo", "ftp://host", "http://", "a b", "http://host:x"}) {
            assertThat(run("status", "--data", data, "--url", wrong)).contains("--url", "http://host:8420");
        }
    }

    @Test
    void whatCannotBeRunIsRefusedBeforeAnythingIsMade() {
        Path server = folder.resolve("server");
        assertThat(run("run", "--data", server.toString(), "--port", "-1")).contains("--port must be 0 to 65535");
        assertThat(run("run", "--data", server.toString(), "--port", "70000")).contains("--port must be 0 to 65535");
        assertThat(run("run", "--data", server.toString(), "--drain", "-5")).contains("--drain must be 0 to 3600");
        assertThat(run("run", "--data", server.toString(), "--zone", "Seoul")).contains("--zone", "Asia/Seoul");
        assertThat(run("run", "--data", server.toString(), "--trusted-proxy", "10.0.0.1,proxy.example"))
                .contains("--trusted-proxy must be network addresses");
        assertThat(server).doesNotExist();
    }

    @Test
    void aLongStoryIsToldInItsFirstLine() {
        assertThat(ServerMain.describe(new IOException("the database cannot be opened: refused.\n-----\nSQL State: 1")))
                .isEqualTo("dockhand-server: the database cannot be opened: refused.");
        assertThat(ServerMain.describe(new IOException("it failed", new IllegalStateException("no room\nat all"))))
                .isEqualTo("dockhand-server: it failed (no room)");
        assertThat(ServerMain.describe(new IllegalStateException()))
                .isEqualTo("dockhand-server: IllegalStateException");
    }
}
