package dev.dockhand.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network cable that can be pulled: passes bytes between a loopback port and the server, cuts every connection when it
 * is pulled, and can lose replies after the server has answered.
 */
public final class Cable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cable.class);
    private static final int CHUNK = 64 * 1024;
    private static final int CONNECT_MILLIS = 2_000;
    private static final byte[] PUSH = "POST /v1/events".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean lastReplyWasLost = new AtomicBoolean();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean pulled;
    private volatile boolean losing;

    /**
     * Plugs a cable in.
     *
     * @param serverPort port of the server on this machine
     * @throws IOException when no port is free
     */
    public Cable(int serverPort) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("cable").start(this::accept);
    }

    /** Where the station finds the server through this cable. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Whether the cable is pulled. */
    public boolean isPulled() {
        return pulled;
    }

    /** Pulls the cable: every connection breaks, and new ones break at once. */
    public void pull() {
        pulled = true;
        sockets.forEach(Cable::closeQuietly);
    }

    /** Plugs it in again. */
    public void plug() {
        pulled = false;
    }

    /** From now on the reply to every push is lost once: the server has committed, and the station does not know. */
    public void loseEveryReplyOnce() {
        losing = true;
    }

    /** How many replies were lost so far. */
    public int repliesLost() {
        return lost.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket station = listener.accept();
                if (pulled) {
                    closeQuietly(station);
                } else {
                    Thread.ofVirtual().name("cable connection").start(() -> carry(station));
                }
            } catch (IOException e) {
                LOG.debug("the cable takes no connection: {}", e.getMessage());
            }
        }
    }

    private void carry(Socket station) {
        sockets.add(station);
        try (station;
                Socket far = new Socket()) {
            sockets.add(far);
            far.connect(server, CONNECT_MILLIS);
            far.setTcpNoDelay(true);
            station.setTcpNoDelay(true);
            AtomicBoolean loseReply = new AtomicBoolean();
            Thread back = Thread.ofVirtual().start(() -> pass(far, station, loseReply, false));
            pass(station, far, loseReply, true);
            back.join();
            sockets.remove(far);
        } catch (IOException e) {
            LOG.debug("a connection through the cable ended: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(station);
        }
    }

    private void pass(Socket from, Socket to, AtomicBoolean loseReply, boolean toServer) {
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(buffer);
            while (length >= 0 && !pulled) {
                if (toServer && losing && startsPush(buffer, length)) {
                    loseReply.set(toggle());
                }
                if (!toServer && loseReply.get()) {
                    lost.incrementAndGet();
                    break;
                }
                out.write(buffer, 0, length);
                out.flush();
                length = in.read(buffer);
            }
        } catch (IOException e) {
            LOG.debug("the cable passes no more: {}", e.getMessage());
        }
        closeQuietly(from);
        closeQuietly(to);
    }

    /** The first try of a push loses its reply, the second does not; pushes of one station never overlap. */
    private boolean toggle() {
        boolean lose = !lastReplyWasLost.get();
        lastReplyWasLost.set(lose);
        return lose;
    }

    private static boolean startsPush(byte[] buffer, int length) {
        return length >= PUSH.length && java.util.Arrays.equals(buffer, 0, PUSH.length, PUSH, 0, PUSH.length);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        pull();
    }
}
