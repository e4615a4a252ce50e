package dev.dockhand.station.replica;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One H2 file: a connection that writes and a few that read. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 3;
    private static final long PATIENCE_SECONDS = 10;
    private static final String SUFFIX = ".mv.db";

    private final Path file;
    private final Sql writer;
    private final TaskActs taskActs;
    private final BlockingQueue<Sql> readers = new ArrayBlockingQueue<>(READERS);
    private volatile boolean closed;

    private Database(Path file, Sql writer) {
        this.file = file;
        this.writer = writer;
        this.taskActs = new TaskActs(writer);
    }

    /**
     * Opens a file, or makes it. After a power cut H2 may take very long or for ever to open one, so there is a limit.
     *
     * @throws SQLException when it does not open in time or at all
     */
    static Database open(Path file, Duration limit) throws SQLException {
        // retry: comes back when the JDK closes the channel because a reading thread was interrupted.
        return open(file, "retry:" + name(file), limit);
    }

    /** Makes one in memory, for as long as the disk takes no file; it is gone with the process. */
    static Database inMemory(Path insteadOf, Duration limit) throws SQLException {
        return open(insteadOf, "mem:" + name(insteadOf).replaceAll("\\W", "_"), limit);
    }

    /** Opens what H2 knows by a name. */
    static Database open(Path file, String name, Duration limit) throws SQLException {
        return within(limit, () -> {
            // When a write fails, H2 closes itself on the thread that wrote, which holds the lock of its file. A reader
            // that came upon the closing in the wrong moment held the other lock, and both stood for ever.
            ReadWriteLock turns = new ReentrantReadWriteLock(true);
            Sql writer = new Sql(connect(name), turns);
            Database database = new Database(file, writer);
            for (int i = 0; i < READERS; i++) {
                Sql reader = new Sql(connect(name), turns);
                reader.command("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
                database.readers.add(reader);
            }
            return database;
        });
    }

    /** Runs work on a thread of its own, which is left behind when it does not come back in time. */
    static <T> T within(Duration limit, Callable<T> work) throws SQLException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("dockhand-view-open").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e.getCause());
        } catch (TimeoutException e) {
            throw new SQLException("not done within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    private static String name(Path file) {
        String path = file.toAbsolutePath().toString();
        return path.substring(0, path.length() - SUFFIX.length()).replace(";", "\\;");
    }

    /**
     * Without H2's reuse of results: asked the same again, a connection would answer what an older look of it saw after a
     * change, until the next change.
     */
    private static Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:" + name + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;OPTIMIZE_REUSE_RESULTS=0",
                "sa",
                "");
    }

    Path file() {
        return file;
    }

    Sql writer() {
        return writer;
    }

    TaskActs taskActs() {
        return taskActs;
    }

    boolean isClosed() {
        return closed;
    }

    /** Makes one transaction durable: H2 alone does not force its file. */
    void commit() throws SQLException {
        writer.commit();
        // Everything is written by now, so this only waits for the disk.
        writer.commandBesideReaders("CHECKPOINT SYNC");
        writer.commit();
    }

    /** Answers from one consistent state. */
    <T> T read(Question<T> question) throws SQLException {
        Sql reader = borrow();
        try {
            return question.ask(reader);
        } finally {
            giveBack(reader);
        }
    }

    private void giveBack(Sql reader) throws SQLException {
        try {
            // Nothing was changed: this ends the look at that state, after a failure too.
            reader.endOfLook();
        } finally {
            // A reader that is lost here would let every later look wait for one.
            readers.add(reader);
        }
    }

    private Sql borrow() throws SQLException {
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!closed) {
                try {
                    Sql reader = readers.poll(Math.min(100_000_000, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                    if (reader != null) {
                        return reader;
                    }
                    if (System.nanoTime() > end) {
                        throw new SQLException("no reader came free in " + PATIENCE_SECONDS + " s");
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            throw new SQLException("closed");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    long bytes() {
        return Generations.size(file);
    }

    /** Waits for the readers and closes the file. */
    @Override
    public void close() {
        closed = true;
        for (int i = 0; i < READERS; i++) {
            try {
                Sql reader = readers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (reader != null) {
                    reader.close();
                }
            } catch (SQLException e) {
                LOG.debug("reader of {}: {}", file, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        try {
            writer.command("SHUTDOWN");
        } catch (SQLException e) {
            LOG.warn("{} did not close cleanly: {}", file, e.toString());
        }
    }

    /** Closes a file that is broken, on a thread that may hang. */
    Thread abandon() {
        closed = true;
        return Thread.ofPlatform().daemon().name("dockhand-view-abandon").start(() -> {
            try {
                writer.command("SHUTDOWN IMMEDIATELY");
            } catch (SQLException e) {
                LOG.debug("{}: {}", file, e.toString());
            }
        });
    }

    /** Look-ups on one connection. */
    interface Question<T> {
        T ask(Sql sql) throws SQLException;
    }
}
