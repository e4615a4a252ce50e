package dev.dockhand.server.store;

/**
 * On whose behalf work is done. Each lane has its own turns at a warehouse and its own connections, so that whatever the office
 * does, the floor never waits behind it. What runs in none is the floor's.
 */
public enum Lane {
    /** What stations wait for. */
    FLOOR(3, 6),
    /** Imports, programs, people at a desk, and what the server does by itself. */
    OFFICE(2, 3);

    private static final ScopedValue<Lane> CURRENT = ScopedValue.newInstance();

    private final int turns;
    private final int connections;

    Lane(int turns, int connections) {
        this.turns = turns;
        this.connections = connections;
    }

    static Lane current() {
        return CURRENT.orElse(FLOOR);
    }

    /** How many transactions of one warehouse run in it at a time. */
    int turns() {
        return turns;
    }

    /** How many connections it has to write, and as many to read. */
    int connections() {
        return connections;
    }

    /** Does work in this lane. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** As {@link #run}, with a result. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).<T, X>call(work::call);
    }
}
