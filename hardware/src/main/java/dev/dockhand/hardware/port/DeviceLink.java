package dev.dockhand.hardware.port;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one device connected. One daemon thread owns the device: it opens the port, holds the conversation, and after a
 * loss opens the port anew with growing pauses, for as long as the link is open. Nobody else touches the port.
 */
public final class DeviceLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceLink.class);
    private static final long CLOSE_MILLIS = 2_000;

    private final String name;
    private final PortAddress address;
    private final WireOpener opener;
    private final Conversation conversation;
    private final InstantSource clock;
    private final RawTrace trace;
    private final Listeners<LinkStatus> listeners = new Listeners<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread owner;
    private volatile LinkStatus status;
    private boolean wasOpen;
    private boolean answered;

    /**
     * A link that is not started yet.
     *
     * @param name what the device is called at this station, for instance "scanner"
     * @param address where it is
     * @param opener opens it
     * @param conversation what is said with it
     * @param clock the time of states and of traced bytes
     */
    public DeviceLink(
            String name, PortAddress address, WireOpener opener, Conversation conversation, InstantSource clock) {
        this.name = name;
        this.address = address;
        this.opener = opener;
        this.conversation = conversation;
        this.clock = clock;
        this.trace = new RawTrace(clock);
        this.status = new LinkStatus(ConnectionState.CLOSED, clock.instant(), "");
        this.owner = Thread.ofPlatform().daemon().name("device " + name).unstarted(this::run);
    }

    /** Starts the owner thread; called once. */
    public DeviceLink start() {
        owner.start();
        return this;
    }

    /** What the device is called. */
    public String name() {
        return name;
    }

    /** Where the device is. */
    public PortAddress address() {
        return address;
    }

    /** What is known of the connection now. */
    public LinkStatus status() {
        return status;
    }

    /** The raw bytes of the device. */
    public RawTrace trace() {
        return trace;
    }

    /**
     * Tells of every further change of the status, on the device's own thread: the listener must not block.
     *
     * @param listener gets each new status
     */
    public Subscription listen(Consumer<LinkStatus> listener) {
        return listeners.add(listener);
    }

    private void run() {
        BackOff backOff = new BackOff();
        try {
            do {
                long opened = System.nanoTime();
                answered = false;
                openAndTalk();
                backOff.held(System.nanoTime() - opened, answered);
            } while (!closing.await(backOff.next(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            LOG.debug("{}: closing", name);
        } finally {
            become(ConnectionState.CLOSED, "");
            trace.stopRecording();
        }
    }

    private void openAndTalk() throws InterruptedException {
        try (Wire wire = new TappedWire(opener.open(address), trace, this::isClosing, clock)) {
            wasOpen = true;
            become(ConnectionState.SILENT, "");
            conversation.talk(wire, this::learn);
            become(ConnectionState.LOST, "the conversation ended");
        } catch (InterruptedException e) {
            if (isClosing()) {
                throw e;
            }
            become(ConnectionState.LOST, "the conversation was interrupted");
        } catch (PortException e) {
            if (!isClosing()) {
                become(remembering(e.state()), String.valueOf(e.getMessage()));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("{}: the conversation failed, the device is opened anew", name, e);
            become(ConnectionState.LOST, "internal error: " + e);
        }
    }

    private void learn(ConnectionState state) {
        answered |= state == ConnectionState.OK;
        become(state, "");
    }

    /** A device that was there and is gone is lost, however often the reopening finds nothing. */
    private ConnectionState remembering(ConnectionState state) {
        return state == ConnectionState.ABSENT && wasOpen ? ConnectionState.LOST : state;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void become(ConnectionState state, String detail) {
        LinkStatus before = status;
        if (before.state() == state && before.detail().equals(detail)) {
            return;
        }
        LinkStatus now = new LinkStatus(state, before.state() == state ? before.since() : clock.instant(), detail);
        status = now;
        if (before.state() != state) {
            LOG.info("{}: {} -> {} {}", name, before.state(), state, detail);
        }
        listeners.tell(now);
    }

    /**
     * Ends the conversation and closes the port; comes back within 2 s whatever the device does. A listener may call it.
     */
    @Override
    public void close() {
        closing.countDown();
        owner.interrupt();
        if (Thread.currentThread() == owner) {
            return;
        }
        try {
            owner.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (owner.isAlive()) {
            LOG.warn("{}: the device's thread did not end and is abandoned", name);
        }
    }
}
