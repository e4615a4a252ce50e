package dev.dockhand.station.memory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.station.Later;
import dev.dockhand.station.Shop;
import dev.dockhand.station.TruthServer;
import dev.dockhand.station.Zipped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The test's server behind real HTTP, with the faults of a real network. */
final class HttpTruth implements AutoCloseable {

    enum Mood {
        WELL,
        /** Takes the connection and hangs up. */
        DOWN,
        /** Does what was asked and hangs up before it answers. */
        MUTE,
        /** A guest network: a page for everything. */
        CAPTIVE,
        /** Answers 200 with garbage. */
        GARBAGE,
        FAILING,
        BUSY,
        REFUSING,
        OTHER_VERSION
    }

    private static final ObjectMapper MAPPER = Json.mapper();

    final PictureTruth pictures = new PictureTruth();
    final TruthServer truth = new TruthServer();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<byte[]> pushed = new CopyOnWriteArrayList<>();
    /** What was handed over for review. */
    final Set<String> reviewed = ConcurrentHashMap.newKeySet();

    final List<Leases.Request> wished = new CopyOnWriteArrayList<>();
    /** Why named work is not granted. */
    volatile Leases.@Nullable Refusal refusal;

    /** What a push is answered, and whether it is taken at all. */
    volatile Function<Supplier<Object>, Object> answers = Supplier::get;

    volatile Function<Supplier<Push.Kept>, Object> reviews = Supplier::get;
    /** What becomes of the answer to a comparison. */
    volatile UnaryOperator<Object> digests = answer -> answer;

    /** In whose words it answers. */
    volatile Later later = Later.NONE;

    /** What versions of the protocol it speaks. */
    volatile Set<Integer> versions = Set.of(Protocol.OLDEST, Protocol.VERSION);

    final AtomicInteger enrolments = new AtomicInteger();
    volatile Mood mood = Mood.WELL;
    volatile Predicate<String> poison = line -> false;
    volatile @Nullable String retryAfter;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    HttpTruth() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange http) {
        try (http) {
            asked.add(http.getRequestMethod() + " " + http.getRequestURI());
            switch (mood) {
                case DOWN -> {}
                case CAPTIVE ->
                    send(http, 200, "text/html", "<html>Sign in to Guest WiFi</html>".getBytes(StandardCharsets.UTF_8));
                case GARBAGE ->
                    send(http, 200, "application/json", "{\"serverEpoch\":".getBytes(StandardCharsets.UTF_8));
                case FAILING -> error(http, 500);
                case BUSY -> {
                    if (retryAfter != null) {
                        http.getResponseHeaders().set("Retry-After", retryAfter);
                    }
                    error(http, 503);
                }
                case REFUSING -> error(http, 401);
                case OTHER_VERSION -> error(http, 426);
                case WELL, MUTE -> serve(http);
            }
        } catch (IOException e) {
            // The station hung up: it closed, or lost patience.
            asked.add("hung up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange http) throws IOException, InterruptedException {
        String path = http.getRequestURI().getPath();
        String query = String.valueOf(http.getRequestURI().getQuery());
        byte[] body = Asked.body(http);
        if (!versions.contains(Asked.version(http))) {
            error(http, 426);
        } else if (path.equals("/v1/enrol")) {
            Enrolment.Request request = MAPPER.readValue(body, Enrolment.Request.class);
            if (!request.code().equals("GOOD-CODE")) {
                error(http, 403);
                return;
            }
            enrolments.accumulateAndGet(request.usedEpoch(), Math::max);
            answer(
                    http,
                    new Enrolment.Response(
                            Rigs.COMPANY,
                            Warehouse.usual(Rigs.WAREHOUSE, Rigs.ZONE),
                            request.station(),
                            7,
                            "secret-%d".formatted(enrolments.incrementAndGet()),
                            enrolments.get(),
                            truth.serverEpoch()));
        } else if (!("Bearer S04.secret-" + enrolments.get())
                .equals(http.getRequestHeaders().getFirst("Authorization"))) {
            error(http, 401);
        } else if (path.equals("/v1/events")) {
            push(http, Asked.number(query, "epoch"), body);
        } else if (path.equals("/v1/quarantine")) {
            answer(
                    http,
                    reviews.apply(() -> Asked.review(
                            reviewed, truth.stored((int) Asked.number(query, "epoch")), Asked.lines(body))));
        } else if (path.equals("/v1/feed")) {
            feed(http, query);
        } else if (path.equals("/v1/digest")) {
            answer(http, digests.apply(truth.digest(Shop.STATION)));
        } else if (path.equals("/v1/pin-pepper")) {
            answer(http, truth.pepper("secret-" + enrolments.get()));
        } else if (path.equals("/v1/snapshot")) {
            http.getResponseHeaders().set("Content-Encoding", "gzip");
            byte[] lines = later.snapshot(Zipped.open(truth.snapshotFile()));
            send(http, 200, "application/x-ndjson", Zipped.of(lines));
        } else if (path.equals("/v1/leases")) {
            Leases.Request wish = body.length == 0 ? null : MAPPER.readValue(body, Leases.Request.class);
            Optional.ofNullable(wish).ifPresent(wished::add);
            Leases.Grant grant = truth.grant(Shop.STATION, enrolments.get(), wish == null ? 0 : wish.upTo());
            answer(http, Leases.Grant.of(grant.tasks(), grant.spare(), wish == null ? null : refusal));
        } else if (path.startsWith("/v1/pictures/")) {
            if (!pictures.answer(http, path.substring("/v1/pictures/".length()))) {
                error(http, 404);
            }
        } else if (path.matches("/v1/leases/.*/return")) {
            truth.takeBack(new TaskId(path.split("/")[3]));
            http.sendResponseHeaders(204, -1);
        } else {
            error(http, 404);
        }
    }

    private void push(HttpExchange http, long epoch, byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean opaque = "1".equals(http.getRequestHeaders().getFirst(Protocol.OPAQUE_HEADER));
        pushed.add(body);
        if (!opaque && text.lines().anyMatch(poison)) {
            error(http, 500);
            return;
        }
        Object answer = answers.apply(() -> truth.push(Shop.STATION, (int) epoch, Asked.lines(body), opaque));
        answer(http, answer);
    }

    private void feed(HttpExchange http, String query) throws IOException, InterruptedException {
        long cursor = Asked.number(query, "cursor");
        truth.awaitPast(cursor, Asked.number(query, "wait") * 1000);
        long end = Asked.text(query, "to").isEmpty() ? Long.MAX_VALUE : Asked.number(query, "to");
        Feed.Page page = truth.page(cursor, Asked.text(query, "mark"), end);
        if (page == null) {
            error(http, 410);
        } else {
            answer(http, page);
        }
    }

    private void answer(HttpExchange http, Object answer) throws IOException {
        switch (answer) {
            case Problem problem -> send(http, problem.status(), Problem.MEDIA_TYPE, told(answer));
            case Push.Refusal refusal -> send(http, 409, Problem.MEDIA_TYPE, told(Problem.of(refusal)));
            default -> send(http, 200, "application/json", told(answer));
        }
    }

    private byte[] told(Object answer) throws IOException {
        return later.answer(MAPPER.writeValueAsBytes(answer), answer.getClass());
    }

    private void error(HttpExchange http, int status) throws IOException {
        answer(http, Problem.of(status, "TEST", "as told"));
    }

    private void send(HttpExchange http, int status, String type, byte[] body) throws IOException {
        if (mood == Mood.MUTE) {
            return;
        }
        http.getResponseHeaders().set("Content-Type", type);
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        http.getResponseBody().write(body);
    }

    List<String> acts(int epoch) {
        return Asked.acts(truth.stored(epoch));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
