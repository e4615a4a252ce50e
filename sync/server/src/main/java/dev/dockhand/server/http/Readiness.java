package dev.dockhand.server.http;

import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Heartbeat;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether requests can be served. */
final class Readiness {

    private volatile @Nullable Heartbeat heartbeat;
    private volatile boolean stopping;

    /** The database is open and its tables are up to date. */
    void started(Database open, InstantSource time) {
        heartbeat = new Heartbeat(open, time);
    }

    /** Tells those who watch to send nothing more. */
    void stopping() {
        stopping = true;
    }

    Reply live() {
        return Reply.json(Map.of("status", "UP"));
    }

    Reply ready() {
        Heartbeat open = heartbeat;
        if (stopping) {
            return down("STOPPING");
        }
        if (open == null) {
            return down("STARTING");
        }
        return switch (open.feel()) {
            case ALIVE -> Reply.json(Map.of("status", "UP"));
            case AWAY -> down("DATABASE_DOWN");
            case TAKES_NOTHING -> down("DATABASE_UNAVAILABLE");
        };
    }

    private static Reply down(String reason) {
        return Reply.json(503, Map.of("status", "DOWN", "reason", reason));
    }
}
