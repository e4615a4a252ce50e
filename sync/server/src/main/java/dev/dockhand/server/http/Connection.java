package dev.dockhand.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open connection, and what is waited for on it. Its own thread says what it does; others look, and may close it. */
final class Connection {

    /** Those come first that are missed least when they are closed in favour of a new one. */
    static final Comparator<Connection> LEAST_MISSED = Comparator.comparingInt(Connection::worth)
            .thenComparing((one, other) -> Long.compare(one.state.moved - other.state.moved, 0));

    /** Who connects to ask something has asked within this time. */
    private static final Duration SAYS_SOMETHING = Duration.ofMillis(500);

    private static final Duration HICCUP = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** What a connection waits for. */
    private enum Wait {
        HEADERS,
        BODY,
        SERVER,
        READER
    }

    /**
     * What happens on it.
     *
     * @param what what it waits for
     * @param since when that began
     * @param moved when something last went over
     * @param bytes how much went over since then
     * @param answered whether a request on it was answered
     */
    private record State(Wait what, long since, long moved, long bytes, boolean answered) {}

    private final @Nullable SocketChannel channel;
    private final SocketAddress remote;
    private volatile State state;

    private Connection(@Nullable SocketChannel channel, SocketAddress remote) {
        this.channel = channel;
        this.remote = remote;
        long now = System.nanoTime();
        this.state = new State(Wait.HEADERS, now, now, 0, false);
    }

    static Connection accepted(SocketChannel channel) throws IOException {
        return new Connection(channel, channel.getRemoteAddress());
    }

    /** Stands for one that is closed already. */
    static Connection gone(SocketAddress remote) {
        return new Connection(null, remote);
    }

    SocketAddress remote() {
        return remote;
    }

    /** The client, without its port. */
    InetAddress address() {
        return remote instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    boolean isOpen() {
        return channel != null && channel.isOpen();
    }

    /** Ends work for a caller who is not there any more. */
    void refuseGone() {
        if (!isOpen()) {
            throw new CallerGoneException(new IOException("closed"));
        }
    }

    /** The server has what it needs and works. */
    void working() {
        next(Wait.SERVER, state.answered);
    }

    void readsBody() {
        next(Wait.BODY, state.answered);
    }

    void writesAnswer() {
        next(Wait.READER, state.answered);
    }

    void answered() {
        next(Wait.HEADERS, true);
    }

    private void next(Wait next, boolean answered) {
        long now = System.nanoTime();
        state = new State(next, now, now, 0, answered);
    }

    /** So many bytes went over. */
    void moved(int bytes) {
        State at = state;
        state = new State(at.what, at.since, System.nanoTime(), at.bytes + bytes, at.answered);
    }

    /** Whether nobody works for it, so that it may be closed in favour of another one. */
    boolean isWaitedFor() {
        return state.what != Wait.SERVER;
    }

    /** Silent ones first, then those that stand still, then idle ones. */
    private int worth() {
        State at = state;
        long silent = System.nanoTime() - at.moved;
        if (at.what == Wait.HEADERS) {
            return at.answered ? 2 : silent > SAYS_SOMETHING.toNanos() ? 0 : 3;
        }
        return silent > HICCUP.toNanos() ? 1 : 3;
    }

    /** Whether it was answered and nothing is expected of it. */
    boolean isIdle() {
        State at = state;
        return at.what == Wait.HEADERS && at.answered;
    }

    /** Whether it took longer than allowed. */
    boolean isOverdue(Limits limits) {
        State at = state;
        long now = System.nanoTime();
        return switch (at.what) {
            case SERVER -> false;
            case HEADERS -> now - at.since > (at.answered ? limits.idle() : limits.headers()).toNanos();
            case BODY, READER ->
                now - at.moved > limits.stall().toNanos()
                        || now - at.since
                                > limits.whole()
                                        .plus(Duration.ofSeconds(at.bytes / Limits.STEADY))
                                        .toNanos();
        };
    }

    /** Closes it; whoever reads or writes on it fails at once. */
    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("a connection of {} did not close", remote, e);
        }
    }

    /** In words for the log. */
    @Override
    public String toString() {
        State at = state;
        return switch (at.what) {
            case HEADERS -> at.answered ? "idle" : "silent or half sent";
            case BODY -> "sending too slowly";
            case SERVER -> "at work";
            case READER -> "not reading its answer";
        };
    }
}
