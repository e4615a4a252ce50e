package dev.dockhand.hardware.port;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens print queues of the system. The bytes of a job are kept until {@link Wire#endJob} and handed over as one document, so
 * no half label ever reaches a spooler. The queue answers nothing.
 */
public final class QueueOpener implements WireOpener {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LARGEST_DOCUMENT = 16 << 20;

    private final PrintQueues queues;
    private final Duration limit;

    /** Opens the queues that this system has. */
    public QueueOpener() {
        this(new SystemPrintQueues(), LIMIT);
    }

    /**
     * Opens given queues.
     *
     * @param queues where they are
     * @param limit how long the system may take for a call
     */
    public QueueOpener(PrintQueues queues, Duration limit) {
        this.queues = queues;
        this.limit = limit;
    }

    @Override
    public Wire open(PortAddress address) throws PortException {
        if (!(address instanceof PortAddress.Queue queue)) {
            throw new PortException(ConnectionState.ABSENT, address.uri() + " is no print queue");
        }
        List<String> names = within(queues::names);
        if (!names.contains(queue.name())) {
            throw new PortException(
                    ConnectionState.ABSENT,
                    "there is no print queue %s on this system; there %s"
                            .formatted(queue.name(), names.isEmpty() ? "is none" : "are " + String.join(", ", names)));
        }
        return new QueueWire(queue.name());
    }

    /** A spooler that hangs must not hold the thread that owns the printer. */
    private <T> T within(Callable<T> act) throws PortException {
        FutureTask<T> task = new FutureTask<>(act);
        Thread.ofPlatform().daemon().name("print queue").start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new PortException(ConnectionState.BLOCKED, "the print system did not answer within " + limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PortException(ConnectionState.CLOSED, "closed on purpose");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PortException known) {
                throw known;
            }
            throw new PortException(ConnectionState.LOST, "the print system failed: " + e.getCause());
        }
    }

    private final class QueueWire implements Wire {
        private final String name;
        private final ByteArrayOutputStream document = new ByteArrayOutputStream();

        QueueWire(String name) {
            this.name = name;
        }

        /** A queue says nothing; waits as long as told, so that nobody asks in a loop. */
        @Override
        public byte[] read(Duration wait) {
            LockSupport.parkNanos(wait.toNanos());
            return new byte[0];
        }

        @Override
        public int write(byte[] bytes, Duration limit) {
            int taken = Math.min(bytes.length, LARGEST_DOCUMENT - document.size());
            document.write(bytes, 0, taken);
            return taken;
        }

        @Override
        public void endJob() throws PortException {
            byte[] whole = document.toByteArray();
            document.reset();
            if (whole.length > 0) {
                within(() -> {
                    queues.submit(name, whole);
                    return name;
                });
            }
        }

        @Override
        public void close() {
            document.reset();
        }
    }
}
