package dev.dockhand.server.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Site SITE = Site.of("test", "W1");

    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedIsThereAtEveryNextStartHoweverItEnded() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            postgres.createDatabase("dockhand");
            write(postgres, 1);
        }
        assertThat(pidFile()).doesNotExist();
        assertThat(Files.readString(folder.resolve("postgres").resolve("dockhand.conf")))
                .contains("unix_socket_directories = ''");

        EmbeddedPostgres abandoned = start();
        write(abandoned, 2);
        // As after kill -9 of the server: nobody stops this one. The next start finds it running.
        try (EmbeddedPostgres next = start()) {
            assertThat(read(next)).isEqualTo(2);
            write(next, 3);
            kill(pid());
            assertThat(pidFile()).exists();
        }
        // As after a power cut, with the number of the dead process given to another program meanwhile.
        Files.writeString(
                pidFile(),
                Files.readString(pidFile())
                        .replaceFirst(
                                "^\\d+", Long.toString(ProcessHandle.current().pid())));
        try (EmbeddedPostgres last = start()) {
            assertThat(read(last)).isEqualTo(3);
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("nothing was touched");
    }

    @Test
    void twoThatUnpackTheProgramsAtOnceUseTheSame() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Binaries> unpacking = () -> Binaries.under(folder);
            for (Future<Binaries> each : threads.invokeAll(List.of(unpacking, unpacking))) {
                assertThat(each.get().program("initdb")).isExecutable();
            }
        }
        try (Stream<Path> unpacked = Files.list(folder)) {
            assertThat(unpacked).hasSize(1);
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.start(folder, TestPostgres.programs(), new SecureRandom());
    }

    private Path pidFile() {
        return folder.resolve("postgres").resolve("postmaster.pid");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    private static void write(EmbeddedPostgres postgres, long epoch) {
        try (Database database = Database.open(postgres.address("dockhand"), new SecureRandom())) {
            database.useTransaction(SITE, tx -> {
                Meta.ensure(tx, Instant.EPOCH);
                Meta.renew(tx, Instant.ofEpochMilli(epoch));
            });
        }
    }

    private static long read(EmbeddedPostgres postgres) {
        try (Database database = Database.open(postgres.address("dockhand"), new SecureRandom())) {
            return database.read(SITE, Meta::serverEpoch);
        }
    }
}
