package dev.dockhand.server.simulation;

import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Ends the server's process at a statement of a transaction: what it did until there is undone, and nobody is answered. */
final class Crash implements SqlLogger {

    /** The server's process has ended. */
    static final class ServerDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int statementsUntil = Integer.MAX_VALUE;

    /** The process ends before the statement of this number from now on. */
    void after(int statements) {
        statementsUntil = statements;
    }

    /** It does not end any more. */
    void never() {
        statementsUntil = Integer.MAX_VALUE;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        if (statementsUntil != Integer.MAX_VALUE && --statementsUntil <= 0) {
            never();
            throw new ServerDied();
        }
    }
}
