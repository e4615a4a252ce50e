package dev.dockhand.app.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between one station and the server that loses, delays, doubles, cuts, garbles and forges as chance has it, and that
 * can be pulled. It carries one request a connection, so that it knows where each ends.
 */
final class BadCable implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int MOST_DELAY_MILLIS = 1_000;
    private static final int SILENCE_MILLIS = 30_000;
    private static final int LATE_MILLIS = 3_000;

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Random chance;
    private final Forger forger;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<Fate, AtomicInteger> counts = new EnumMap<>(Fate.class);
    private volatile boolean pulled;
    private volatile boolean calm;

    /** What becomes of a request, and how many of a thousand. */
    enum Fate {
        /** It never arrives. */
        LOST(10),
        /** It arrives behind what is sent later, and nobody hears the answer. */
        LATE(10),
        /** It arrives, and its answer does not. */
        UNANSWERED(20),
        /** It arrives twice. */
        DOUBLED(30),
        /** A part of the answer comes. */
        CUT(10),
        /** An answer with other bytes comes. */
        GARBLED(10),
        /** Somebody else answers, and the request goes nowhere. */
        FORGED(15),
        /** Nobody answers, and nobody hangs up. */
        SILENT(2),
        /** All goes well, after a while. */
        DELAYED(100),
        /** All goes well. */
        PASSED(0);

        private final int weight;

        Fate(int weight) {
            this.weight = weight;
        }
    }

    /**
     * Plugs a cable in.
     *
     * @param serverPort port of the server on this machine
     * @param chance decides what becomes of each request
     */
    BadCable(int serverPort, Random chance) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.chance = chance;
        this.forger = new Forger(chance);
        for (Fate fate : Fate.values()) {
            counts.put(fate, new AtomicInteger());
        }
        Thread.ofPlatform().daemon().name("bad cable").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Every connection breaks, and new ones break at once. */
    void pull() {
        pulled = true;
        hangUp();
    }

    void plug() {
        pulled = false;
    }

    /** While calm, nothing happens to any request; what is under way is broken off. */
    void calm(boolean now) {
        calm = now;
        hangUp();
    }

    /** How many requests met this fate. */
    int count(Fate fate) {
        return counts.get(fate).get();
    }

    private void hangUp() {
        sockets.forEach(BadCable::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket station = listener.accept();
                if (pulled) {
                    closeQuietly(station);
                } else {
                    Thread.ofVirtual().name("bad cable connection").start(() -> carry(station));
                }
            } catch (IOException e) {
                // closed, or out of sockets for a moment
                Thread.onSpinWait();
            }
        }
    }

    private void carry(Socket station) {
        sockets.add(station);
        try (station) {
            WireRequest request = WireRequest.read(new BufferedInputStream(station.getInputStream()));
            if (request != null) {
                Fate fate = draw();
                counts.get(fate).incrementAndGet();
                meet(fate, request, station);
            }
        } catch (IOException e) {
            // Whoever asked asks again.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(station);
        }
    }

    private Fate draw() {
        int drawn = chance.nextInt(1_000);
        for (Fate fate : Fate.values()) {
            drawn -= fate.weight;
            if (drawn < 0 && !calm) {
                return fate;
            }
        }
        return Fate.PASSED;
    }

    private void meet(Fate fate, WireRequest request, Socket station) throws IOException, InterruptedException {
        switch (fate) {
            case LOST -> {}
            case LATE -> Thread.ofVirtual().start(() -> arriveLate(request));
            case UNANSWERED -> answer(request);
            case DOUBLED -> {
                answer(request);
                pass(request, station.getOutputStream());
            }
            case CUT -> {
                byte[] whole = answer(request);
                station.getOutputStream().write(whole, 0, chance.nextInt(whole.length + 1));
            }
            case GARBLED -> station.getOutputStream().write(forger.garbled(answer(request)));
            case FORGED -> station.getOutputStream().write(forger.answer(request));
            case SILENT -> TimeUnit.MILLISECONDS.sleep(SILENCE_MILLIS);
            case DELAYED -> {
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(MOST_DELAY_MILLIS));
                pass(request, station.getOutputStream());
            }
            case PASSED -> pass(request, station.getOutputStream());
        }
    }

    private void arriveLate(WireRequest request) {
        try {
            TimeUnit.MILLISECONDS.sleep(chance.nextInt(LATE_MILLIS));
            if (!calm && !pulled) {
                answer(request);
            }
        } catch (IOException e) {
            // The server is away: it never arrives.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] answer(WireRequest request) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pass(request, whole);
        return whole.toByteArray();
    }

    private void pass(WireRequest request, OutputStream station) throws IOException {
        try (Socket far = new Socket()) {
            sockets.add(far);
            try {
                far.connect(server, CONNECT_MILLIS);
                far.setTcpNoDelay(true);
                far.getOutputStream().write(request.bytes());
                InputStream in = far.getInputStream();
                byte[] buffer = new byte[CHUNK];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    forger.heard(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
                    station.write(buffer, 0, length);
                    station.flush();
                }
            } finally {
                sockets.remove(far);
            }
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        pull();
    }
}
