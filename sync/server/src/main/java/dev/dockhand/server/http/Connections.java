package dev.dockhand.server.http;

import dev.dockhand.model.protocol.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * All open connections. Closes what takes too long. At a limit the one that was silent longest makes room for a new one, so
 * that those who only hold connections keep nobody out; who works is never closed for another one.
 */
final class Connections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration LONGEST_TICK = Duration.ofSeconds(1);
    private static final int TICKS = 4;
    private static final String BUSY_BODY = new String(
            Reply.bytes(Problem.of(503, "BUSY", "too many connections; try again")), StandardCharsets.US_ASCII);
    private static final String BUSY = """
        HTTP/1.1 503 Service Unavailable\r
        Retry-After: 2\r
        Connection: close\r
        Content-Type: application/problem+json\r
        Content-Length: %d\r
        \r
        %s\
        """;

    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<SocketAddress, Connection> all = new HashMap<>();
    private final Map<InetAddress, Set<Connection>> byAddress = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watch = Thread.ofVirtual().name("http-deadlines").unstarted(this::watch);

    Connections(Limits limits) {
        this.limits = limits;
    }

    void start() {
        watch.start();
    }

    /**
     * Takes a new connection in.
     *
     * @throws IOException when there is no room and everybody else is at work; it was told so
     */
    void accept(SocketChannel channel) throws IOException {
        Connection fresh = Connection.accepted(channel);
        lock.lock();
        try {
            Set<Connection> same = byAddress.getOrDefault(fresh.address(), Set.of());
            if (!roomFor(same, limits.perAddress()) || !roomFor(all.values(), limits.altogether())) {
                channel.write(ByteBuffer.wrap(
                        BUSY.formatted(BUSY_BODY.length(), BUSY_BODY).getBytes(StandardCharsets.US_ASCII)));
                LOG.warn("a connection of {} was refused: {} are open, all at work", fresh.address(), same.size());
                throw new IOException("too many connections");
            }
            // The port of one that was closed without our hearing of it may be used again.
            Optional.ofNullable(all.put(fresh.remote(), fresh)).ifPresent(this::forget);
            byAddress.computeIfAbsent(fresh.address(), key -> new HashSet<>()).add(fresh);
        } finally {
            lock.unlock();
        }
    }

    private boolean roomFor(Collection<Connection> rivals, int most) {
        if (rivals.size() < most) {
            return true;
        }
        List<Connection> over = rivals.stream().filter(one -> !one.isOpen()).toList();
        if (!over.isEmpty()) {
            over.forEach(this::remove);
            return true;
        }
        Optional<Connection> least =
                rivals.stream().filter(Connection::isWaitedFor).min(Connection.LEAST_MISSED);
        least.ifPresent(one -> {
            LOG.info("a connection of {} made room for another one: it was {}", one.address(), one);
            one.close();
            remove(one);
        });
        return least.isPresent();
    }

    private void remove(Connection one) {
        all.remove(one.remote(), one);
        forget(one);
    }

    private void forget(Connection one) {
        Set<Connection> same = byAddress.getOrDefault(one.address(), Set.of());
        if (same.remove(one) && same.isEmpty()) {
            byAddress.remove(one.address());
        }
    }

    /** The connection of a client. */
    Connection of(SocketAddress remote) {
        lock.lock();
        try {
            Connection found = all.get(remote);
            return found == null ? Connection.gone(remote) : found;
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        Duration tick = limits.headers().dividedBy(TICKS);
        Duration pause = tick.compareTo(LONGEST_TICK) > 0 ? LONGEST_TICK : tick;
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        lock.lock();
        try {
            List<Connection> over = all.values().stream()
                    .filter(one -> !one.isOpen() || one.isOverdue(limits))
                    .toList();
            over.forEach(this::end);
        } finally {
            lock.unlock();
        }
    }

    private void end(Connection one) {
        if (one.isOpen()) {
            LOG.atLevel(one.isIdle() ? Level.DEBUG : Level.INFO)
                    .log("a connection of {} was closed: it was {}", one.address(), one);
            one.close();
        }
        remove(one);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
