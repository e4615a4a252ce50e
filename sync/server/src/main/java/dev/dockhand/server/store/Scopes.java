package dev.dockhand.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.UnableToProduceResultException;
import org.postgresql.PGConnection;

/**
 * Tells PostgreSQL whose rows a connection may see; its row-level security holds it, whatever a statement asks for. Said
 * only when it is another scope than the connection's last one, since it costs a round trip. Thread-safe.
 */
final class Scopes {

    /** The role that the server works as: it owns nothing, and sees what its scope says. */
    static final String ROLE = "dockhand_server";

    private static final String ENTER = """
        SELECT set_config('dockhand.company', :company, false), set_config('dockhand.warehouse', :warehouse, false),
            set_config('dockhand.brand', :brand, false), set_config('role', :role, false)\
        """;

    private final Map<PGConnection, Scope> entered = Collections.synchronizedMap(new WeakHashMap<>());

    /** To be called outside a transaction: a rollback would take it back. */
    void enter(Handle handle, Scope scope) {
        PGConnection connection = connection(handle.getConnection());
        if (scope.equals(entered.get(connection))) {
            return;
        }
        entered.remove(connection);
        String[] words = scope.words();
        handle.createQuery(ENTER)
                .bind("company", words[0])
                .bind("warehouse", words[1])
                .bind("brand", words[2])
                .bind("role", scope.brand() == null ? ROLE : ROLE + "_brand")
                .mapTo(String.class)
                .one();
        entered.put(connection, scope);
    }

    private static PGConnection connection(Connection pooled) {
        try {
            return pooled.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new UnableToProduceResultException(e);
        }
    }
}
