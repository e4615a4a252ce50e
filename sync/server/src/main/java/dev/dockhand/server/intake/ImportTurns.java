package dev.dockhand.server.intake;

import dev.dockhand.server.store.BusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who may import now. What is read of one large file, and of a few small ones beside it, fits into the memory of a server;
 * two large ones may not.
 */
public final class ImportTurns {

    /** Most bytes of a small file. */
    public static final int SMALL = 256 * 1024;

    private static final int SMALL_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore large = new Semaphore(1, true);
    private final Semaphore small = new Semaphore(SMALL_AT_ONCE, true);

    ImportTurns() {}

    Turn next() {
        return new Turn();
    }

    /** The turn of one file; over when it is closed. Used by one thread. */
    public final class Turn implements AutoCloseable {

        private @Nullable Semaphore held;

        private Turn() {}

        /**
         * Waits for the turn of a large file. To be called as soon as it is known to be one, before more of it is read.
         *
         * @throws BusyException when it did not come in time
         */
        public void large() {
            take(large);
        }

        /**
         * Waits for the turn of a small file, unless this is a large one.
         *
         * @throws BusyException when it did not come in time
         */
        public void begin() {
            if (held == null) {
                take(small);
            }
        }

        private void take(Semaphore room) {
            try {
                if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new BusyException("other files are being imported; send this one again in a while");
                }
                held = room;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BusyException("interrupted while waiting for other imports");
            }
        }

        @Override
        public void close() {
            if (held != null) {
                held.release();
                held = null;
            }
        }
    }
}
