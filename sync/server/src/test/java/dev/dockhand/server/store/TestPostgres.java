package dev.dockhand.server.store;

import dev.dockhand.server.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One embedded PostgreSQL for all tests of this JVM, with a migrated template to copy from. */
public final class TestPostgres {

    private static final String TEMPLATE = "test_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static volatile boolean onDisk;

    private TestPostgres() {}

    /** The databases lie on the disk, whose time is part of what a benchmark measures; called before the first of them. */
    public static void onDisk() {
        onDisk = true;
    }

    /** Made at the first use, stopped and deleted when the JVM ends. */
    private static final class Holder {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = onDisk ? Files.createTempDirectory("dockhand-bench") : MemoryFolder.create();
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, programs(), new SecureRandom());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, folder)));
                postgres.createDatabase(TEMPLATE);
                Database.open(postgres.address(TEMPLATE), new SecureRandom()).close();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Where the programs of PostgreSQL are unpacked once for all tests. */
    public static Path programs() {
        return Path.of(System.getProperty("dockhand.module.dir", "."), "target", "postgres-programs");
    }

    private static void end(EmbeddedPostgres postgres, Path folder) {
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of a fresh, migrated and empty database. */
    public static DatabaseAddress freshDatabase() {
        return copyOf(TEMPLATE);
    }

    /** Address of a copy of a database that nobody is connected to. */
    public static DatabaseAddress copyOf(DatabaseAddress database) {
        return copyOf(database.url().substring(database.url().lastIndexOf('/') + 1));
    }

    private static DatabaseAddress copyOf(String database) {
        String name = "test_" + NUMBER.incrementAndGet();
        try {
            Holder.POSTGRES.copyDatabase(database, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Holder.POSTGRES.address(name);
    }

    /** Makes an empty database without any table. */
    static DatabaseAddress emptyDatabase() {
        String name = "test_" + NUMBER.incrementAndGet();
        try {
            Holder.POSTGRES.createDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Holder.POSTGRES.address(name);
    }
}
