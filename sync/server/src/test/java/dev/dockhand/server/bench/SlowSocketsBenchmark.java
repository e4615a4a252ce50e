package dev.dockhand.server.bench;

import dev.dockhand.model.id.StationId;
import dev.dockhand.server.TestJournal;
import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long the pushes of 20 stations at work take, without and with 1,000 sockets of ten other addresses that are silent, drip
 * their headers, stop within their body or do not read a snapshot, and that come back as often as they are closed; in turns, in
 * one run. Read the ratio of the p99: the figures are the machine's. Linux alone has so many loopback addresses.
 */
public final class SlowSocketsBenchmark {

    private static final int STATIONS = 20;
    private static final int SOCKETS = 1000;
    private static final int ADDRESSES = 10;
    private static final int TURNS = 3;
    private static final Duration TURN = Duration.ofSeconds(Long.getLong("dockhand.bench.seconds", 10));
    private static final Duration REST = Duration.ofMillis(250);
    private static final Site SITE = Site.of("demo", "W1");

    private final TestServer shop;
    private final List<Station> stations = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    private SlowSocketsBenchmark(TestServer shop) throws Exception {
        this.shop = shop;
        for (int i = 1; i <= STATIONS; i++) {
            String name = "ST-" + i;
            stations.add(new Station(new StationId(name), shop.enrol(name)));
        }
        StringBuilder shelves = new StringBuilder("code,zone,kind,walk\n");
        for (int i = 0; i < 20_000; i++) {
            shelves.append("A-").append(i).append(",A,STORAGE,").append(i).append('\n');
        }
        shop.load("locations", shelves.toString());
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        TestPostgres.onDisk();
        try (TestServer shop =
                TestServer.storingIn(TestPostgres.freshDatabase(), Files.createTempDirectory("dockhand-slow"))) {
            SlowSocketsBenchmark benchmark = new SlowSocketsBenchmark(shop);
            benchmark.work();
            long[] calm = new long[0];
            long[] beside = new long[0];
            int held = 0;
            for (int turn = 0; turn < TURNS; turn++) {
                calm = joined(calm, benchmark.work());
                try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                    benchmark.besiege(callers);
                    Thread.sleep(2_000);
                    beside = joined(beside, benchmark.work());
                    held = Math.max(held, benchmark.open.get());
                    callers.shutdownNow();
                }
            }
            print("pushes without them: %s", described(calm));
            print("pushes beside %,d open sockets: %s", held, described(beside));
            print("ratio of the p99: %.2f", (double) at(beside, 0.99) / at(calm, 0.99));
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static long[] joined(long[] one, long[] other) {
        long[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        Arrays.sort(all);
        return all;
    }

    private static long at(long[] sorted, double part) {
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }

    private static String described(long[] sorted) {
        return String.format(
                Locale.ROOT,
                "%,d, p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                sorted.length,
                at(sorted, 0.5) / 1e6,
                at(sorted, 0.99) / 1e6,
                at(sorted, 1) / 1e6);
    }

    /** All stations push an act and rest, for one turn; says how long each push took. */
    private long[] work() throws Exception {
        long end = System.nanoTime() + TURN.toNanos();
        long[] all = new long[0];
        try (ExecutorService threads = Executors.newFixedThreadPool(STATIONS)) {
            List<Future<List<Long>>> each = new ArrayList<>();
            for (Station station : stations) {
                each.add(threads.submit((Callable<List<Long>>) () -> {
                    List<Long> took = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        took.add(station.push());
                        Thread.sleep(REST);
                    }
                    return took;
                }));
            }
            for (Future<List<Long>> one : each) {
                all = joined(all, one.get().stream().mapToLong(Long::longValue).toArray());
            }
        }
        return all;
    }

    private final class Station {
        private final TestJournal journal;
        private final String key;

        private Station(StationId id, String key) {
            this.journal = new TestJournal(SITE, id);
            this.key = key;
        }

        private long push() throws Exception {
            long seq = journal.signOuts(1).lastSeq();
            byte[] line = journal.lines(seq, seq);
            long start = System.nanoTime();
            var answer = shop.send(shop.request("/v1/events?epoch=1", key).POST(BodyPublishers.ofByteArray(line)));
            long took = System.nanoTime() - start;
            if (answer.body().path("acked").asLong() != seq) {
                throw new IllegalStateException("not taken: " + answer.text());
            }
            return took;
        }
    }

    private void besiege(ExecutorService callers) {
        for (int i = 0; i < SOCKETS; i++) {
            String head = "Host: x\r\nDockhand-Protocol: 1\r\nAuthorization: Bearer " + stations.get(i % STATIONS).key
                    + "\r\n";
            List<String> kinds = List.of(
                    "",
                    "GET /v1/feed HTTP/1.1\r\nHost: x\r\nX: ",
                    "POST /v1/events?epoch=1 HTTP/1.1\r\n" + head + "Content-Length: 100000\r\n\r\n{",
                    "GET /v1/snapshot HTTP/1.1\r\n" + head + "\r\n");
            // One a station asks for a snapshot, the others are as many each.
            String kind = kinds.get(i < STATIONS ? 3 : i % 3);
            int address = 2 + i % ADDRESSES;
            callers.submit(() -> hold(address, kind));
        }
    }

    private void hold(int address, String said) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(4096);
                socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) address}), 0));
                socket.connect(new InetSocketAddress("127.0.0.1", shop.server.port()), 10_000);
                open.incrementAndGet();
                try {
                    socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                    socket.setSoTimeout(1_000);
                    boolean drips = said.endsWith("X: ");
                    boolean reads = !said.contains("snapshot");
                    for (int second = 0; second < 60 && !(reads && hasEnded(socket)); second++) {
                        if (drips) {
                            socket.getOutputStream().write('x');
                        } else if (!reads) {
                            Thread.sleep(1_000);
                        }
                    }
                } finally {
                    open.decrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                // Closed, or no room: it comes again.
                continue;
            }
        }
    }

    /** Waits a second for the other side to close. */
    private static boolean hasEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
