package dev.dockhand.server.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The database as who made its tables: what the server itself may not do. */
public final class Owner {

    private Owner() {}

    /** Runs statements in a transaction, behind the wall. */
    public static void use(Database database, Consumer<Handle> work) {
        database.owner().useTransaction(work::accept);
    }

    /** Reads behind the wall. */
    public static <T> T read(Database database, Function<Handle, T> work) {
        return database.owner().inTransaction(work::apply);
    }
}
