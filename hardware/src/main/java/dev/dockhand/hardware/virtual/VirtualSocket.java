package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.SocketWire;
import dev.dockhand.hardware.port.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device on the loopback network. It serves one client at a time, as printers and scales do; a second one is connected
 * but hears nothing until the first has left.
 */
public final class VirtualSocket implements FarEnd {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualSocket.class);

    private final Dials dials = new Dials();
    private final ReentrantLock lock = new ReentrantLock();
    private final int port;
    private volatile @Nullable Listener listener;
    /** Holds the port while nobody listens there, or the system would give it to somebody else. */
    private @Nullable SocketChannel held;

    private @Nullable SocketWire client;
    private @Nullable DeviceThread thread;
    private boolean closed;

    /** Listens on a free port of the loopback address. */
    public VirtualSocket() {
        Listener first = Listener.open(0);
        this.listener = first;
        this.port = first.port();
    }

    @Override
    public PortAddress.Tcp address() {
        return new PortAddress.Tcp("127.0.0.1", port);
    }

    @Override
    public Dials dials() {
        return dials;
    }

    @Override
    public void serve(VirtualDevice device) {
        thread = new DeviceThread("tcp " + port, this::next, device);
    }

    private @Nullable Wire next(Duration wait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Listener at = listener;
        if (at == null) {
            LockSupport.parkNanos(wait.toNanos());
            return null;
        }
        SocketChannel channel = at.accept(wait);
        return channel == null ? null : line(channel, at);
    }

    private @Nullable Wire line(SocketChannel channel, Listener from) {
        lock.lock();
        try {
            SocketWire wire = SocketWire.over(channel, "client of " + port);
            // The cable may have been pulled between the accepting and here.
            if (listener != from) {
                wire.cut();
                return null;
            }
            client = wire;
            return new DialledWire(wire, dials, this::unplug);
        } catch (PortException e) {
            LOG.debug("a client left at once", e);
            return null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void unplug() {
        lock.lock();
        try {
            if (listener != null) {
                listener.close();
                listener = null;
                held = closed ? null : hold(port);
            }
            if (client != null) {
                client.cut();
                client = null;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void replug() {
        lock.lock();
        try {
            if (listener == null && !closed) {
                release();
                listener = Listener.open(port);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isPluggedIn() {
        return listener != null;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            unplug();
            release();
        } finally {
            lock.unlock();
        }
        if (thread != null) {
            thread.close();
        }
    }

    /** Takes the port without listening: who connects is refused. */
    private static @Nullable SocketChannel hold(int port) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            return channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            LOG.debug("port {} is free while the cable is out", port, e);
            return null;
        }
    }

    private void release() {
        try {
            if (held != null) {
                held.close();
            }
            held = null;
        } catch (IOException e) {
            LOG.debug("letting go of port {}", port, e);
        }
    }

    /** A listening socket that waits no longer than told. */
    private record Listener(ServerSocketChannel channel, Selector selector) {

        static Listener open(int port) {
            try {
                ServerSocketChannel channel = ServerSocketChannel.open();
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4);
                channel.configureBlocking(false);
                Selector selector = Selector.open();
                channel.register(selector, SelectionKey.OP_ACCEPT);
                return new Listener(channel, selector);
            } catch (IOException e) {
                throw new UncheckedIOException("the loopback port " + port + " cannot be opened", e);
            }
        }

        int port() {
            return channel.socket().getLocalPort();
        }

        @Nullable
        SocketChannel accept(Duration wait) {
            try {
                selector.select(Math.max(1, wait.toMillis()));
                selector.selectedKeys().clear();
                return channel.accept();
            } catch (IOException | ClosedSelectorException e) {
                LOG.debug("the cable was pulled while waiting for a client", e);
                return null;
            }
        }

        void close() {
            try (selector) {
                channel.close();
            } catch (IOException e) {
                LOG.debug("closing a listener", e);
            }
        }
    }
}
