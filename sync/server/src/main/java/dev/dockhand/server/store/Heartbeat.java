package dev.dockhand.server.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether the database takes writes, by writing. At most every two seconds, however often it is asked. */
public final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final String BEAT = """
        INSERT INTO heartbeat (one, beat_at) VALUES (1, :now) ON CONFLICT (one) DO UPDATE SET beat_at = EXCLUDED.beat_at\
        """;

    private static final String MAY_FILL = "SELECT has_database_privilege(current_database(), 'TEMP')";
    private static final String EMPTY_FILE = "CREATE TEMP TABLE IF NOT EXISTS room (taken TEXT) ON COMMIT DELETE ROWS";
    private static final String FILL = "INSERT INTO room VALUES ('taken')";

    private final Database database;
    private final InstantSource time;
    private final ReentrantLock trying = new ReentrantLock();
    private volatile boolean takes = true;
    private long last = System.nanoTime() - PAUSE.toNanos();

    /** Of this database. */
    public Heartbeat(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /** How the database is. */
    public enum Pulse {
        /** It takes writes. */
        ALIVE,
        /** It answers, and takes nothing: its disk is full, or it only reads. */
        TAKES_NOTHING,
        /** It does not answer. */
        AWAY
    }

    /** How the database is now, or was two seconds ago. Takes a few seconds at most. */
    public Pulse feel() {
        if (!database.isAlive()) {
            return Pulse.AWAY;
        }
        // Who comes while another one tries has the answer before that.
        if (trying.tryLock()) {
            try {
                if (System.nanoTime() - last >= PAUSE.toNanos()) {
                    takes = beats();
                    last = System.nanoTime();
                }
            } finally {
                trying.unlock();
            }
        }
        return takes ? Pulse.ALIVE : Pulse.TAKES_NOTHING;
    }

    private boolean beats() {
        try {
            database.beat(this::beat);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("the database takes no writes: {}", e.getMessage());
            return false;
        }
    }

    private void beat(Handle handle) {
        handle.execute("SET LOCAL statement_timeout = 3000");
        handle.createUpdate(BEAT).bind("now", time.instant()).execute();
        // The row is written in place; on a full disk that still goes well. This needs a page that nobody has yet.
        if (handle.createQuery(MAY_FILL).mapTo(Boolean.class).one()) {
            handle.execute(EMPTY_FILE);
            handle.execute(FILL);
        }
    }
}
