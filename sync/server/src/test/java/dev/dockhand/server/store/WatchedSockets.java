package dev.dockhand.server.store;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;

/**
 * Reads along what the driver says to PostgreSQL, as its property {@code socketFactory}: what is executed, and how often the
 * driver waits for an answer. JDBI's own log sees neither what the driver says by itself nor round trips.
 */
public final class WatchedSockets extends SocketFactory {

    private static final int STARTUP = 3 << 16;
    private static final ThreadLocal<Said> WATCHED = new ThreadLocal<>();

    /** As the driver makes it. */
    public WatchedSockets() {}

    /** The same database, watched. */
    public static DatabaseAddress watched(DatabaseAddress address) {
        return new DatabaseAddress(
                address.url() + (address.url().contains("?") ? "&" : "?") + "socketFactory="
                        + WatchedSockets.class.getName(),
                address.user(),
                address.password());
    }

    /** What a thread said to the database, and how often it waited for an answer. */
    public static final class Said {
        private final List<String> statements = new ArrayList<>();
        private int roundTrips;

        public List<String> statements() {
            return statements;
        }

        public int roundTrips() {
            return roundTrips;
        }
    }

    /** Watches what this thread says; a pool may open and close connections beside it. */
    public static Said during(Runnable work) {
        Said said = new Said();
        WATCHED.set(said);
        try {
            work.run();
        } finally {
            WATCHED.remove();
        }
        return said;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public OutputStream getOutputStream() throws IOException {
                return new Watch(super.getOutputStream());
            }
        };
    }

    /** Messages of PostgreSQL's protocol: a letter, four bytes of length, the rest; the first ones without a letter. */
    private static final class Watch extends FilterOutputStream {
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private final Map<String, String> prepared = new HashMap<>();
        private boolean started;

        private Watch(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            held.write(from, offset, length);
            ByteBuffer bytes = ByteBuffer.wrap(held.toByteArray());
            while (whole(bytes)) {
                char letter = started ? (char) bytes.get() : ' ';
                byte[] body = new byte[bytes.getInt() - Integer.BYTES];
                bytes.get(body);
                note(letter, body);
            }
            held.reset();
            held.write(bytes.array(), bytes.position(), bytes.remaining());
        }

        private boolean whole(ByteBuffer bytes) {
            int letter = started ? 1 : 0;
            return bytes.remaining() >= letter + Integer.BYTES
                    && bytes.remaining() >= letter + bytes.getInt(bytes.position() + letter);
        }

        private void note(char letter, byte[] body) {
            String[] texts = new String(body, StandardCharsets.UTF_8).split("\0", 3);
            switch (letter) {
                case ' ' -> started = ByteBuffer.wrap(body).getInt() == STARTUP;
                case 'P' -> prepared.put(texts[0], texts[1]);
                case 'B' -> said(prepared.getOrDefault(texts[1], "?"));
                case 'Q' -> said(texts[0]);
                default -> {}
            }
        }

        private static void said(String statement) {
            Said said = WATCHED.get();
            if (said != null) {
                said.statements.add(statement);
            }
        }

        /** The driver does so before it waits. */
        @Override
        public void flush() throws IOException {
            out.flush();
            Said said = WATCHED.get();
            if (said != null) {
                said.roundTrips++;
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
