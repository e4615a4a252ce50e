package dev.dockhand.server.simulation;

import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Lets something happen before a statement: the server dies, or another transaction overtakes this one. Thread-safe. */
final class AtStatement implements SqlLogger {

    /** The server's process has ended: what it did in the transaction is undone, and nobody is answered. */
    static final class ServerDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record Event(long statement, Runnable what) {}

    private static final Event NEVER = new Event(Long.MAX_VALUE, () -> {});

    private final ThreadLocal<Event> next = ThreadLocal.withInitial(() -> NEVER);

    /** It happens once, before the statement of this number of this thread from now on. */
    void happens(int statement, Runnable what) {
        next.set(new Event(statement, what));
    }

    /** The process ends before the statement of this number from now on. */
    void dies(int statement) {
        happens(statement, () -> {
            throw new ServerDied();
        });
    }

    /** Nothing happens any more. */
    void never() {
        next.remove();
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        Event event = next.get();
        if (event.statement() > 1) {
            next.set(new Event(event.statement() - 1, event.what()));
        } else {
            never();
            event.what().run();
        }
    }
}
