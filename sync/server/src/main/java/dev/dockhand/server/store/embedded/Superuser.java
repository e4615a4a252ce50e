package dev.dockhand.server.store.embedded;

import dev.dockhand.server.store.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes databases, the role that they belong to, and those that the server works as. None may do anything outside of them: no
 * files, no programs, no other roles.
 *
 * @param port where PostgreSQL listens
 * @param password the superuser's
 * @param ownersPassword that of the role; hex digits
 */
record Superuser(int port, String password, String ownersPassword) {

    /** Made by initdb. */
    static final String NAME = "postgres";

    private static final String OWNER = "dockhand";

    /** Who the server works as, for all of a scope and for one brand of it; they own nothing. */
    private static final List<String> WORKERS = List.of("dockhand_server", "dockhand_server_brand");

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return NAME + " on port " + port;
    }

    DatabaseAddress addressOf(String database) {
        return new DatabaseAddress(url(named(database)), OWNER, ownersPassword);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    void ensureOwner() throws SQLException {
        try (Connection connection = connect()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", OWNER)) {
                execute(connection, "CREATE ROLE " + OWNER);
            }
            execute(
                    connection,
                    "ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'"
                            .formatted(OWNER, ownersPassword));
            for (String role : WORKERS) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                    execute(connection, "CREATE ROLE " + role);
                }
                execute(connection, "GRANT %s TO %s".formatted(role, OWNER));
            }
        }
    }

    void createDatabase(String database) throws SQLException {
        try (Connection connection = connect()) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                create(connection, named(database), "");
            }
        }
    }

    void copyDatabase(String from, String to) throws SQLException {
        try (Connection connection = connect()) {
            create(connection, named(to), " TEMPLATE " + named(from));
        }
    }

    private static void create(Connection connection, String database, String how) throws SQLException {
        execute(connection, "CREATE DATABASE " + database + " OWNER " + OWNER + how);
        execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        execute(connection, "GRANT TEMPORARY ON DATABASE %s TO %s".formatted(database, WORKERS.getFirst()));
    }

    void dropDatabase(String database) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, "DROP DATABASE IF EXISTS " + named(database) + " WITH (FORCE)");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), NAME, password);
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String named(String database) {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + database);
        }
        return database;
    }
}
