package dev.dockhand.hardware.printer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job on its way. States only go forward; whoever comes too late changes nothing. */
final class Pending {
    private static final Logger LOG = LoggerFactory.getLogger(Pending.class);

    private final PrintJob job;
    private final Consumer<PrintUpdate> listener;
    private final InstantSource clock;
    private final long submitted = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private PrintState state = new PrintState.Prepared();
    private boolean begun;

    Pending(PrintJob job, Consumer<PrintUpdate> listener, InstantSource clock) {
        this.job = job;
        this.listener = listener;
        this.clock = clock;
    }

    PrintJob job() {
        return job;
    }

    PrintState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the job out of everybody's hands just before its first byte; false when it has failed meanwhile. */
    boolean begin() {
        lock.lock();
        try {
            boolean mine = !begun && state instanceof PrintState.Prepared;
            begun |= mine;
            return mine;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the job with nothing sent; false when its first byte may have left. */
    boolean fail(PrintReason reason) {
        return go(new PrintState.Failed(reason));
    }

    void sent() {
        go(new PrintState.Sent());
    }

    void confirm(ProofLevel proof, boolean interrupted) {
        go(new PrintState.Confirmed(proof, interrupted));
    }

    void lose(PrintReason reason) {
        go(new PrintState.Unknown(reason));
    }

    /** The label was seen; false when nothing of it was ever sent. */
    boolean scannedBack() {
        boolean interrupted = state() instanceof PrintState.Confirmed confirmed && confirmed.interrupted();
        return go(new PrintState.Confirmed(ProofLevel.SCANNED_BACK, interrupted));
    }

    private boolean go(PrintState next) {
        lock.lock();
        try {
            if (!allowed(next)) {
                return false;
            }
            state = next;
            Duration after = Duration.ofNanos(System.nanoTime() - submitted);
            try {
                listener.accept(new PrintUpdate(job.id(), next, clock.instant(), after));
            } catch (RuntimeException e) {
                LOG.error("the listener of print job {} failed", job.id(), e);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean allowed(PrintState next) {
        boolean seen = next instanceof PrintState.Confirmed confirmed && confirmed.proof() == ProofLevel.SCANNED_BACK;
        return switch (state) {
            case PrintState.Prepared _ -> begun != next instanceof PrintState.Failed;
            case PrintState.Sent _ -> !(next instanceof PrintState.Failed);
            case PrintState.Unknown _ -> seen;
            case PrintState.Confirmed confirmed -> seen && confirmed.proof() != ProofLevel.SCANNED_BACK;
            case PrintState.Failed _ -> false;
        };
    }
}
