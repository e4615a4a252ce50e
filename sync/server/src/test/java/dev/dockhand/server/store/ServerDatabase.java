package dev.dockhand.server.store;

import java.security.SecureRandom;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh database for the tests of one class, on a real PostgreSQL that the whole JVM shares:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ServerDatabase DATABASE = new ServerDatabase();
 * }</pre>
 *
 * The tests of a class share it. A test that needs a warehouse of its own takes {@link #freshSite()}.
 */
public final class ServerDatabase implements BeforeAllCallback, AfterAllCallback {

    private final SqlLogger statements;
    private Database database;
    private DatabaseAddress address;
    private int sites;

    /** A database that works. */
    public ServerDatabase() {
        this(SqlLogger.NOP_SQL_LOGGER);
    }

    /** A database that tells of each statement before it is executed. */
    public ServerDatabase(SqlLogger statements) {
        this.statements = statements;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        address = TestPostgres.freshDatabase();
        database = Database.open(address, new SecureRandom(), statements);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }

    /** The open database. */
    public Database database() {
        return database;
    }

    /** Where it is, for a second way in. */
    public DatabaseAddress address() {
        return address;
    }

    /** A warehouse of a company that no other test of the class has touched. */
    public synchronized Site freshSite() {
        sites++;
        return Site.of("test" + sites, "W" + sites);
    }
}
