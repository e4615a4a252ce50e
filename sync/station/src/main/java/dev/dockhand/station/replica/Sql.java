package dev.dockhand.station.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements. Values are only ever bound. Not thread-safe. */
final class Sql implements AutoCloseable {

    private final Connection connection;
    private final ReadWriteLock turns;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /**
     * Takes a connection over.
     *
     * @param turns is shared by all connections to one file: whoever may write to the file is in H2 alone
     */
    Sql(Connection connection, ReadWriteLock turns) throws SQLException {
        this.connection = connection;
        this.turns = turns;
        connection.setAutoCommit(false);
    }

    /** Runs a fixed command that takes no values, such as DDL. */
    void command(String sql) throws SQLException {
        execute(turns.writeLock(), sql);
    }

    /** Runs a fixed command that writes nothing of its own and may take long. */
    void commandBesideReaders(String sql) throws SQLException {
        execute(turns.readLock(), sql);
    }

    private void execute(Lock turn, String sql) throws SQLException {
        within(turn, () -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        return within(turns.writeLock(), () -> bound(sql, values).executeUpdate());
    }

    /** Adds to the statement's batch; {@link #flush} runs it. */
    void add(String sql, @Nullable Object... values) throws SQLException {
        bound(sql, values).addBatch();
    }

    void flush(String sql) throws SQLException {
        within(turns.writeLock(), () -> statement(sql).executeBatch());
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return within(turns.readLock(), () -> {
            List<T> found = new ArrayList<>();
            try (ResultSet rows = bound(sql, values).executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        });
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return within(turns.readLock(), () -> {
            try (ResultSet rows = bound(sql, values).executeQuery()) {
                return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
            }
        });
    }

    long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, rows -> rows.getLong(1), values).orElse(0L);
    }

    void commit() throws SQLException {
        within(turns.writeLock(), () -> {
            connection.commit();
            return true;
        });
    }

    /** Ends a look at one state; on a connection that changed something, {@link #command} is for that. */
    void endOfLook() throws SQLException {
        within(turns.readLock(), () -> {
            connection.rollback();
            return true;
        });
    }

    private static <T> T within(Lock turn, Step<T> step) throws SQLException {
        turn.lock();
        try {
            return step.run();
        } finally {
            turn.unlock();
        }
    }

    private interface Step<T> {
        T run() throws SQLException;
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = within(turns.readLock(), () -> connection.prepareStatement(sql));
            prepared.put(sql, statement);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Reads one row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
