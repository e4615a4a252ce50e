package dev.dockhand.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Connections to a database for one purpose.
 *
 * @param source the connections
 * @param jdbi statements on them
 */
record Pool(HikariDataSource source, Jdbi jdbi) implements AutoCloseable {

    // Said once a connection: what is said in each transaction costs it a round trip, and JDBI and the pool ask before
    // and after.
    private static final String WRITES = " -c default_transaction_isolation=read\\ committed";
    private static final String FORGETS = WRITES + " -c synchronous_commit=off";
    private static final String ONE_VIEW =
            " -c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on";

    /** Connections that write and see what was committed. */
    static Pool writing(
            DatabaseAddress address, String name, int connections, SqlLogger statements, MeterRegistry meters) {
        return of(config(address, name, connections, WRITES, meters), statements);
    }

    /** Connections that only read, each transaction in one view. */
    static Pool reading(
            DatabaseAddress address, String name, int connections, SqlLogger statements, MeterRegistry meters) {
        return of(config(address, name, connections, ONE_VIEW, meters), statements);
    }

    /** As {@link #writing}, for what may be lost in a power cut: whoever commits does not wait for the disk. */
    static Pool noting(DatabaseAddress address, String name, int connections, MeterRegistry meters) {
        return of(config(address, name, connections, FORGETS, meters), SqlLogger.NOP_SQL_LOGGER);
    }

    private static Pool of(HikariConfig config, SqlLogger statements) {
        HikariDataSource source = new HikariDataSource(config);
        Jdbi jdbi = Jdbi.create(source).installPlugin(new PostgresPlugin()).registerArgument(new Instants());
        // Otherwise the message of a failed statement, and so the log, would hold its values: recipients among them.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new Pool(source, jdbi.setSqlLogger(statements));
    }

    private static HikariConfig config(
            DatabaseAddress address, String name, int connections, String transactions, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
        config.setAutoCommit(true);
        config.setMetricRegistry(meters);
        config.addDataSourceProperty("ApplicationName", "dockhand-server");
        config.addDataSourceProperty(
                "options",
                "-c role=%s -c synchronous_commit=on -c statement_timeout=60000%s"
                        .formatted(Scopes.ROLE, transactions));
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("socketTimeout", "120");
        return config;
    }

    @Override
    public void close() {
        source.close();
    }
}
