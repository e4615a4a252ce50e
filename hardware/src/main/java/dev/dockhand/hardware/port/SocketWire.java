package dev.dockhand.hardware.port;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wire over a TCP socket that never blocks: a selector bounds reads and writes, so a peer that does not read cannot hold
 * the thread. It may be closed from another thread.
 */
public final class SocketWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(SocketWire.class);
    private static final int MOST = 65_536;
    // A device that lost its power sends no farewell: it counts as lost after 5 + 3 * 2 s of silence of its TCP stack.
    private static final int KEEP_IDLE_SECONDS = 5;
    private static final int KEEP_INTERVAL_SECONDS = 2;
    private static final int KEEP_COUNT = 3;
    private static final long FAREWELL_MILLIS = 500;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final String name;
    private final ByteBuffer buffer = ByteBuffer.allocate(MOST);

    private SocketWire(SocketChannel channel, Selector selector, SelectionKey key, String name) {
        this.channel = channel;
        this.selector = selector;
        this.key = key;
        this.name = name;
    }

    /**
     * Takes over a connected channel; closes it when that fails.
     *
     * @param channel a connected channel
     * @param name what it is, for messages
     * @throws PortException LOST, when the channel is closed already
     */
    public static SocketWire over(SocketChannel channel, String name) throws PortException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            keepAlive(channel);
            Selector selector = Selector.open();
            try {
                return new SocketWire(channel, selector, channel.register(selector, SelectionKey.OP_READ), name);
            } catch (IOException e) {
                selector.close();
                throw e;
            }
        } catch (IOException e) {
            closeQuietly(channel);
            throw new PortException(ConnectionState.LOST, name + ": " + e.getMessage());
        }
    }

    private static void keepAlive(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_IDLE_SECONDS);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_INTERVAL_SECONDS);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_COUNT);
        }
    }

    @Override
    public byte[] read(Duration wait) throws PortException {
        try {
            buffer.clear();
            int count = channel.read(buffer);
            if (count == 0 && await(SelectionKey.OP_READ, wait.toNanos())) {
                count = channel.read(buffer);
            }
            if (count < 0) {
                throw lost("the device closed the connection");
            }
            byte[] bytes = new byte[count];
            buffer.flip().get(bytes);
            return bytes;
        } catch (IOException | CancelledKeyException | ClosedSelectorException e) {
            throw asLost(e);
        }
    }

    @Override
    public int write(byte[] bytes, Duration limit) throws PortException {
        long deadline = System.nanoTime() + limit.toNanos();
        ByteBuffer out = ByteBuffer.wrap(bytes);
        try {
            while (out.hasRemaining()) {
                if (channel.write(out) == 0 && !await(SelectionKey.OP_WRITE, deadline - System.nanoTime())) {
                    break;
                }
            }
            return out.position();
        } catch (IOException | CancelledKeyException | ClosedSelectorException e) {
            throw asLost(e);
        }
    }

    private boolean await(int operation, long nanos) throws IOException {
        if (nanos <= 0) {
            return false;
        }
        key.interestOps(operation);
        selector.selectedKeys().clear();
        return selector.select(Math.max(1, nanos / 1_000_000)) > 0;
    }

    private PortException asLost(Exception e) {
        return e instanceof PortException known ? known : lost(String.valueOf(e.getMessage()));
    }

    private PortException lost(String why) {
        return new PortException(ConnectionState.LOST, name + ": " + why);
    }

    /** Closes at once, so that the peer sees a reset, as when the device's power is cut. */
    public void cut() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            LOG.debug("{}: already closed", name, e);
        }
        release();
    }

    /**
     * Says the end and hears the device until it says its own, at most {@link #FAREWELL_MILLIS}. With answers unread the
     * system would end the connection by a reset, and a printer may drop what it has not printed yet.
     */
    @Override
    public void close() {
        // An interrupted thread would not wait.
        boolean interrupted = Thread.interrupted();
        try {
            channel.shutdownOutput();
            long deadline = System.nanoTime() + FAREWELL_MILLIS * 1_000_000;
            while (channel.read(buffer.clear()) >= 0
                    && (buffer.position() > 0 || await(SelectionKey.OP_READ, deadline - System.nanoTime()))
                    && System.nanoTime() - deadline < 0) {
                LOG.trace("{}: heard after the end", name);
            }
        } catch (IOException | CancelledKeyException | ClosedSelectorException e) {
            LOG.debug("{}: the connection ended before", name, e);
        } finally {
            release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void release() {
        closeQuietly(channel);
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("{}: closing the selector", name, e);
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing a socket", e);
        }
    }
}
