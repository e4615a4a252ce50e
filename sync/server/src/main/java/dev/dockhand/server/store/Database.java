package dev.dockhand.server.store;

import dev.dockhand.model.id.CompanyId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the database. Work is a function of the rows that it may see; it may run more than once, so it must have no
 * effect outside the database.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Serialization failure and deadlock: nothing was done, and another try may succeed. */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    private static final String READS_ONLY = "25006";

    private static final String NEVER_LOOKED_AT = """
        SELECT oid::regclass::text FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND reltuples < 0
            AND pg_relation_size(oid) > 0\
        """;

    private static final int TRIES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int JOBS = 2;
    private static final int LARGE_READS = 2;

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final Map<Lane, Pool> writes = new EnumMap<>(Lane.class);
    private final Map<Lane, Pool> reads = new EnumMap<>(Lane.class);
    private final Pool large;
    private final Pool jobs;
    private final Jdbi owner;
    private final Scopes scopes = new Scopes();
    private final Gate gate;
    private final Semaphore largeReads = new Semaphore(LARGE_READS, true);
    private final RandomGenerator random;

    private Database(DatabaseAddress address, RandomGenerator random, SqlLogger statements, MeterRegistry meters) {
        this.gate = new Gate(PATIENCE, meters);
        for (Lane lane : Lane.values()) {
            String name = "dockhand-" + lane.name().toLowerCase(Locale.ROOT);
            writes.put(lane, Pool.writing(address, name, lane.connections(), statements, meters));
            reads.put(lane, Pool.reading(address, name + "-read", lane.connections(), statements, meters));
        }
        this.jobs = Pool.noting(address, "dockhand-jobs", JOBS, meters);
        this.large = Pool.reading(address, "dockhand-large", LARGE_READS, statements, meters);
        this.random = random;
        this.owner = Jdbi.create(address.url(), address.user(), address.password());
    }

    /**
     * Brings the schema up to date and opens connections.
     *
     * @throws RuntimeException when the database cannot be reached or was made by a newer version
     */
    public static Database open(DatabaseAddress address, RandomGenerator random) {
        return open(address, random, SqlLogger.NOP_SQL_LOGGER);
    }

    /**
     * As {@link #open(DatabaseAddress, RandomGenerator)}.
     *
     * @param statements is told of each statement before it is executed, and may end the work there as a crash would
     */
    public static Database open(DatabaseAddress address, RandomGenerator random, SqlLogger statements) {
        return open(address, random, statements, new CompositeMeterRegistry());
    }

    /**
     * As {@link #open(DatabaseAddress, RandomGenerator, SqlLogger)}.
     *
     * @param meters keeps how long is waited for connections and turns
     */
    public static Database open(
            DatabaseAddress address, RandomGenerator random, SqlLogger statements, MeterRegistry meters) {
        migrate(address);
        return new Database(address, random, statements, meters);
    }

    private static void migrate(DatabaseAddress address) {
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:dev/dockhand/server/store/migration")
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }

    /**
     * Runs work of one warehouse in a transaction, committed durably when this returns. Waits its turn at the gate, and
     * tries again when the database asks for it.
     *
     * @throws BusyException when the turn did not come in time
     */
    public <T> T inTransaction(Site site, Function<Tx, T> work) {
        return gate.through(site, () -> retried(Scope.of(site), handle -> work.apply(new Tx(handle, site))));
    }

    /** As {@link #inTransaction}, for work without a result. */
    public void useTransaction(Site site, Consumer<Tx> work) {
        inTransaction(site, tx -> {
            work.accept(tx);
            return Boolean.TRUE;
        });
    }

    /** Reads one warehouse in one consistent view, without waiting at the gate. Work must not write. */
    public <T> T read(Site site, Function<Tx, T> work) {
        return within(pool(reads), Scope.of(site), handle -> work.apply(new Tx(handle, site)));
    }

    /** As {@link #read}, of one brand's rows alone where the scope says so. */
    public <T> T read(Scope scope, Function<Tx, T> work) {
        return within(pool(reads), scope, handle -> work.apply(new Tx(handle, scope.site())));
    }

    /**
     * As {@link #read} for what may be large, on connections of its own: a few at a time, so that nothing else ever waits for
     * them. Work must go at the speed of this machine, never at that of a network.
     *
     * @throws BusyException when the turn did not come in time
     */
    public <T> T readLarge(Site site, Function<Tx, T> work) {
        return readLarge(Scope.of(site), work);
    }

    /** As {@link #readLarge(Site, Function)}, of one brand's rows alone where the scope says so. */
    public <T> T readLarge(Scope scope, Function<Tx, T> work) {
        try {
            if (!largeReads.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException("others read much for %d s".formatted(PATIENCE.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("interrupted while waiting to read");
        }
        try {
            return within(large, scope, handle -> work.apply(new Tx(handle, scope.site())));
        } finally {
            largeReads.release();
        }
    }

    /** Runs a transaction in what a company has beyond its warehouses, tried again when the database asks for it. */
    public <T> T inCompany(CompanyId company, Function<Rows, T> work) {
        return retried(Scope.of(company), handle -> work.apply(new Rows(handle, company)));
    }

    /** Reads what a company has beyond its warehouses. */
    public <T> T readCompany(CompanyId company, Function<Rows, T> work) {
        return within(pool(reads), Scope.of(company), handle -> work.apply(new Rows(handle, company)));
    }

    /** Runs a transaction across all companies: in who they are, where they are and who has which key, and nothing else. */
    public <T> T acrossCompanies(Function<Rows, T> work) {
        return retried(Scope.ACROSS, handle -> work.apply(new Rows(handle, null)));
    }

    /** As {@link #acrossCompanies}, reading alone. */
    public <T> T readAcross(Function<Rows, T> work) {
        return within(pool(reads), Scope.ACROSS, handle -> work.apply(new Rows(handle, null)));
    }

    /** Writes something small of no meaning, durably, without waiting at the gate. */
    void beat(Consumer<Handle> work) {
        pool(writes).jdbi().useTransaction(work::accept);
    }

    /** Connections for the table that says which job is due and who has it; they see no company's rows. */
    public DataSource jobs() {
        return jobs.source();
    }

    private static Pool pool(Map<Lane, Pool> pools) {
        return Objects.requireNonNull(pools.get(Lane.current()));
    }

    /** As who owns the tables, and sees all rows. */
    Jdbi owner() {
        return owner;
    }

    /**
     * Lets the planner look at tables that have rows now and that it never looked at. Before, it takes a warehouse for
     * one of many and reads all of it for a few keys; PostgreSQL by itself looks only once a minute.
     */
    public void lookAtNewTables() {
        owner.useHandle(handle -> handle.createQuery(NEVER_LOOKED_AT)
                .mapTo(String.class)
                .list()
                .forEach(table -> handle.execute("ANALYZE " + table)));
    }

    /** Whether the database answers within two seconds. */
    public boolean isAlive() {
        try (var connection = pool(writes).source().getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            LOG.warn("database does not answer: {}", e.getMessage());
            return false;
        }
    }

    private <T> T retried(Scope scope, Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return within(pool(writes), scope, work);
            } catch (RuntimeException e) {
                if (attempt >= TRIES || !TRY_AGAIN.contains(sqlState(e))) {
                    throw e;
                }
                LOG.debug("transaction is tried again, attempt {}", attempt + 1);
                pause(attempt);
            }
        }
    }

    private <T> T within(Pool pool, Scope scope, Function<Handle, T> work) {
        return pool.jdbi().withHandle(handle -> {
            scopes.enter(handle, scope);
            return handle.inTransaction(work::apply);
        });
    }

    private void pause(int attempt) {
        long most = FIRST_PAUSE_NANOS << attempt;
        LockSupport.parkNanos(1 + random.nextLong(most));
    }

    /** SQLSTATE of the error that an exception stands for; empty when there is none. */
    public static String sqlState(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /**
     * Whether an error says that the database cannot work now, whatever it is asked: it is away, its disk is full or
     * fails, it only reads for the time being, or others were in the way too often.
     */
    public static boolean isOutOfOrder(Throwable error) {
        String state = sqlState(error);
        return isAway(error)
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("58")
                || state.equals(READS_ONLY);
    }

    /** Whether an error says that nobody answers: a lost connection, or a database that stops or starts. */
    public static boolean isAway(Throwable error) {
        String state = sqlState(error);
        return state.startsWith("08")
                || state.startsWith("57P")
                || error.getCause() instanceof SQLTransientConnectionException;
    }

    @Override
    public void close() {
        jobs.close();
        large.close();
        reads.values().forEach(Pool::close);
        writes.values().forEach(Pool::close);
    }
}
