package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.server.command.ImportWords;
import dev.dockhand.server.command.ServerMain;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.TestPostgres;
import dev.dockhand.server.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServerTest {

    private static final String LOCATIONS = "code,zone,kind,walk\nA-01,A,STORAGE,1\n";

    @TempDir
    private Path folder;

    @Test
    void whatWasTakenIsThereAtTheNextStartWithTheSameKeys() throws Exception {
        String station;
        String admin;
        try (TestServer first = TestServer.embedded(folder)) {
            station = first.enrol("ST-1");
            admin = first.server.adminKey();
            first.load("locations", LOCATIONS);
        }
        try (TestServer second = TestServer.embedded(folder)) {
            assertThat(second.server.adminKey()).isEqualTo(admin);
            assertThat(second.send(second.request("/v1/snapshot", station).GET())
                            .text())
                    .contains("A-01");
        }
    }

    @Test
    void nobodyElseMayLookIntoTheDataFolder() throws Exception {
        Path data = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path key = Files.writeString(data.resolve("admin.key"), "abc\n");
        try (TestServer shop = TestServer.embedded(data)) {
            assertThat(shop.send(shop.bare("/health/ready").GET()).status()).isEqualTo(200);
            for (Path closed : List.of(data, data.resolve("log"), data.resolve("spool"), data.resolve("postgres"))) {
                assertThat(rights(closed)).as(closed.toString()).isEqualTo("rwx------");
            }
            for (Path closed : List.of(key, data.resolve("postgres.password"), data.resolve("database.password"))) {
                assertThat(rights(closed)).as(closed.toString()).isEqualTo("rw-------");
            }
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (TestServer first = TestServer.embedded(folder)) {
            assertThatThrownBy(() -> TestServer.embedded(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another dockhand-server works in");
            assertThat(first.get("/v1/admin/status").status()).isEqualTo(200);
        }
    }

    @Test
    void aPortInUseAndADatabaseOutOfReachAreSaidAndLeaveNothingRunning() throws Exception {
        try (TestServer first = TestServer.embedded(folder.resolve("one"))) {
            ServerSettings taken =
                    ServerSettings.local(folder.resolve("two")).listeningOn("127.0.0.1", first.server.port());
            assertThatThrownBy(() -> Server.start(taken))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("it is taken, or not allowed");
            ServerSettings nowhere = ServerSettings.local(folder.resolve("two"))
                    .storingIn(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "nobody", "geheim"));
            assertThatThrownBy(() -> Server.start(nowhere))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/none")
                    .hasMessageNotContaining("geheim");
            Server.start(ServerSettings.local(folder.resolve("two")).withPrograms(TestPostgres.programs()))
                    .stop();
        }
    }

    @Test
    void readinessFailsWhileTheDatabaseIsAway() throws Exception {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder.resolve("other"), TestPostgres.programs(), new SecureRandom());
        postgres.createDatabase("shop");
        try (TestServer shop = TestServer.storingIn(postgres.address("shop"), folder.resolve("data"))) {
            assertThat(shop.send(shop.bare("/health/ready").GET()).status()).isEqualTo(200);
            postgres.close();
            assertThat(shop.send(shop.bare("/health/ready").GET()).status()).isEqualTo(503);
            assertThat(shop.send(shop.bare("/health/live").GET()).status()).isEqualTo(200);
            TestServer.Answer answer = shop.get("/v1/admin/status");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("DATABASE_DOWN");
            assertThat(answer.body().path("support").asText()).isNotEmpty();
            assertThat(answer.text()).doesNotContain("Exception", "SELECT", "at dev.dockhand");
        }
    }

    @Test
    void anEmbeddedDatabaseThatIsKilledComesBackWithItsData() throws Exception {
        try (TestServer shop = TestServer.embedded(folder)) {
            shop.load("locations", LOCATIONS);
            String before = pid();
            ProcessHandle postgres = ProcessHandle.of(Long.parseLong(before)).orElseThrow();
            postgres.destroyForcibly();
            postgres.onExit().get(30, TimeUnit.SECONDS);
            Awaitility.await()
                    .atMost(120, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(shop.load("locations", LOCATIONS)
                                    .body()
                                    .path("unchanged")
                                    .asInt())
                            .isEqualTo(1));
            assertThat(pid()).isNotEqualTo(before);
        }
    }

    private String pid() throws IOException {
        return Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                .getFirst()
                .strip();
    }

    @Test
    void theCommandsAskTheServerOfTheFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("places.csv"), LOCATIONS + "A-02,A,NOWHERE,1\n");
        Path data = folder.resolve("data");
        try (TestServer shop = TestServer.embedded(data)) {
            Run load = run("import", "locations", file.toString(), "--data", data.toString());
            assertThat(load.code()).isEqualTo(2);
            assertThat(load.out())
                    .contains(
                            new ImportWords(Locale.getDefault()).summary("locations", 1, 0, 1),
                            "must be one of [DOCK, STORAGE, DAMAGED]");
            Run again = run("import", "locations", file.toString(), "--data", data.toString(), "--json");
            assertThat(again.out()).contains("\"unchanged\":1").hasLineCount(1);
            assertThat(run("enrolment-code", "S04", "--data", data.toString()).out())
                    .matches("[2-9A-Z]{5}-[2-9A-Z]{5} enrols S04 once, until .*\\R");
            shop.enrol("S04");
            assertThat(run("enrolment-code", "S04", "--data", data.toString()).err())
                    .contains("STATION_EXISTS", "number 1", "last seen never", "--replace");
            assertThat(run("enrolment-code", "S04", "--replace", "--data", data.toString())
                            .out())
                    .contains("it replaces number 1, enrolled ", "last seen never");
            assertThat(run("status", "--json", "--data", data.toString()).out()).contains("\"warehouse\":\"demo/W1\"");
            assertThat(run("restored", "--data", data.toString()).out()).startsWith("the data has a new life");
            assertThat(shop.server.port()).isPositive();
        }
        Run down = run("status", "--data", data.toString());
        assertThat(down.code()).isEqualTo(1);
        assertThat(down.err()).contains("no server answers at");
        assertThat(run("import", "shelves", file.toString(), "--data", data.toString())
                        .err())
                .contains("shelves cannot be imported");
        assertThat(run("--version").out()).startsWith("dockhand-server ");
        assertThat(run("status", "--data", folder.resolve("none").toString()).code())
                .isEqualTo(1);
    }

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                ServerMain.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = command.execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
