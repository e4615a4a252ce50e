package dev.dockhand.server.http;

import dev.dockhand.server.store.Database;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether requests can be served. */
final class Readiness {

    private volatile @Nullable Database database;
    private volatile boolean stopping;

    /** The database is open and its tables are up to date. */
    void started(Database open) {
        database = open;
    }

    /** Tells those who watch to send nothing more. */
    void stopping() {
        stopping = true;
    }

    Reply live() {
        return Reply.json(Map.of("status", "UP"));
    }

    Reply ready() {
        Database open = database;
        if (stopping) {
            return down("STOPPING");
        }
        if (open == null) {
            return down("STARTING");
        }
        return open.isAlive() ? Reply.json(Map.of("status", "UP")) : down("DATABASE_DOWN");
    }

    private static Reply down(String reason) {
        return Reply.json(503, Map.of("status", "DOWN", "reason", reason));
    }
}
