package dev.dockhand.hardware.printer;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.WireOpener;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A label printer: a queue of jobs, printed one at a time by the thread that owns the device. All methods return at once
 * and may be called from any thread.
 *
 * <p>Before a job the printer is asked for its status (an answer younger than a second counts), and after it until it is
 * finished. A job waits a few seconds for a printer that can print, and then fails with nothing sent. Once its first byte
 * may have left it is never sent again: what then goes wrong ends as UNKNOWN.
 */
public final class LabelPrinter implements AutoCloseable {
    private static final int MOST_WAITING = 100;
    private static final int MOST_REMEMBERED = 1000;

    private final InstantSource clock;
    private final DeviceLink link;
    private final BlockingQueue<Pending> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Executor later;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Pending> remembered = new LinkedHashMap<>();
    private volatile Optional<PrinterStatus> answer = Optional.empty();
    private final List<Consumer<Optional<PrinterStatus>>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * A printer that is not started yet.
     *
     * @param name what it is called at this station
     * @param address where it is
     * @param opener opens the port
     * @param language what it speaks
     * @param settings how it is spoken with
     * @param clock the time of updates
     */
    public LabelPrinter(
            String name,
            PortAddress address,
            WireOpener opener,
            PrinterLanguage language,
            PrinterSettings settings,
            InstantSource clock) {
        this.clock = clock;
        this.later = CompletableFuture.delayedExecutor(settings.prepare().toNanos(), TimeUnit.NANOSECONDS);
        this.link = new DeviceLink(
                name, address, opener, new PrinterTalk(language, settings, waiting, this::answered), clock);
        link.listen(status -> forgetAnswer(status.state()));
    }

    private void forgetAnswer(ConnectionState state) {
        if (state != ConnectionState.OK && state != ConnectionState.BLOCKED) {
            answer = Optional.empty();
        }
    }

    /** Starts the thread that owns the device; called once. */
    public LabelPrinter start() {
        link.start();
        return this;
    }

    /** The connection, its lamp and its raw bytes. */
    public DeviceLink link() {
        return link;
    }

    private void answered(Optional<PrinterStatus> status) {
        answer = status;
        listeners.forEach(listener -> listener.accept(status));
    }

    /**
     * Tells of every further answer of the printer, and with nothing that it gave none, on the device's own thread: the
     * listener must not block.
     */
    public void onAnswer(Consumer<Optional<PrinterStatus>> listener) {
        listeners.add(listener);
    }

    /** What is known of the printer now. */
    public PrinterCondition condition() {
        ConnectionState connection = link.status().state();
        Optional<PrinterStatus> status = answer;
        return new PrinterCondition(connection, reason(connection, status), status);
    }

    private static Optional<PrintReason> reason(ConnectionState connection, Optional<PrinterStatus> status) {
        return switch (connection) {
            case OK -> Optional.empty();
            case SILENT -> Optional.of(PrintReason.SILENT);
            case BLOCKED -> Optional.of(status.flatMap(PrinterStatus::stopped).orElse(PrintReason.SILENT));
            case ABSENT -> Optional.of(PrintReason.ABSENT);
            case NO_PERMISSION -> Optional.of(PrintReason.NO_PERMISSION);
            case IN_USE -> Optional.of(PrintReason.IN_USE);
            case LOST -> Optional.of(PrintReason.LOST_BEFORE);
            case CLOSED -> Optional.of(PrintReason.CLOSED);
        };
    }

    /**
     * Prints a label, once.
     *
     * @param job what to print
     * @param listener told of each further state, on the device's thread or a timer's: it must not block. Exactly one
     *     state ends the job; a later {@link #scannedBack} may still raise it
     * @throws IllegalArgumentException when a job of this id was submitted before: a reprint is a job of its own
     */
    public void submit(PrintJob job, Consumer<PrintUpdate> listener) {
        Pending pending = new Pending(job, listener, clock);
        remember(pending);
        if (closed) {
            pending.fail(PrintReason.CLOSED);
        } else if (!waiting.offer(pending)) {
            pending.fail(PrintReason.QUEUE_FULL);
        } else {
            later.execute(() -> expire(pending));
            if (closed) {
                pending.fail(PrintReason.CLOSED);
            }
        }
    }

    /** Prints a label, once, and gives the state that ends the job. */
    public CompletableFuture<PrintUpdate> print(PrintJob job) {
        CompletableFuture<PrintUpdate> end = new CompletableFuture<>();
        submit(job, update -> {
            if (update.state().ended()) {
                end.complete(update);
            }
        });
        return end;
    }

    private void remember(Pending pending) {
        lock.lock();
        try {
            if (remembered.putIfAbsent(pending.job().id(), pending) != null) {
                throw new IllegalArgumentException(
                        "the print job " + pending.job().id() + " was submitted before; a reprint is a job of its own");
            }
            var oldest = remembered.values().iterator();
            while (remembered.size() > MOST_REMEMBERED && oldest.next().state().ended()) {
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing of the job was sent in its time, so nothing will be; behind another job that prints well it waits on. */
    private void expire(Pending pending) {
        Optional<PrintReason> reason = condition().reason();
        if (reason.isPresent()) {
            waiting.remove(pending);
            pending.fail(reason.get());
        } else if (pending.state() instanceof PrintState.Prepared) {
            later.execute(() -> expire(pending));
        }
    }

    /**
     * The operator scanned the label of a job: the one certain proof.
     *
     * @param job its id
     * @return false when the job is not known any more, or nothing of it was ever sent
     */
    public boolean scannedBack(String job) {
        Pending pending;
        lock.lock();
        try {
            pending = remembered.get(job);
        } finally {
            lock.unlock();
        }
        return pending != null && pending.scannedBack();
    }

    /** How many jobs wait for their first byte. */
    public int waiting() {
        return waiting.size();
    }

    /** Ends: jobs that wait fail with nothing sent, a job in the middle becomes unknown. Returns within 2 s. */
    @Override
    public void close() {
        closed = true;
        link.close();
        Pending pending = waiting.poll();
        while (pending != null) {
            pending.fail(PrintReason.CLOSED);
            pending = waiting.poll();
        }
    }
}
