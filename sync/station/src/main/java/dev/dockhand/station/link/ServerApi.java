package dev.dockhand.station.link;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.station.link.LinkException.Kind;
import dev.dockhand.station.replica.Replica;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The station protocol of {@link Protocol}, from the station's side. Every answer is checked before it is used. */
final class ServerApi {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int OTHER_VERSION = 426;
    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final Duration DIGEST = Duration.ofMinutes(1);
    private static final Duration SNAPSHOT = Duration.ofMinutes(15);
    private static final long LARGEST_SNAPSHOT = 4L << 30;

    private final Exchange exchange;
    private final String key;
    private volatile int version = Protocol.VERSION;

    /**
     * The server's protocol.
     *
     * @param exchange the way to it
     * @param key station and secret, empty before enrolment
     */
    ServerApi(Exchange exchange, String key) {
        this.exchange = exchange;
        this.key = key;
    }

    static String keyOf(Identity identity) {
        return identity.station().value() + "." + identity.secret();
    }

    Enrolment.Response enrol(Enrolment.Request request) throws LinkException, InterruptedException {
        return Answers.json(
                send("POST", "/v1/enrol", MAPPER.valueToTree(request).toString(), USUAL), Enrolment.Response.class);
    }

    /** Pushes lines; a refusal of the whole push is an answer too. */
    PushAnswer push(int epoch, byte[] gzip, boolean opaque) throws LinkException, InterruptedException {
        Exchange.Request request = lines("/v1/events?epoch=" + epoch, gzip);
        if (opaque) {
            request.headers().put(Protocol.OPAQUE_HEADER, "1");
        }
        Exchange.Answer answer = exchanged(request);
        if (answer.status() == 409) {
            return new PushAnswer(null, Answers.problem(answer, Push.Refusal.class));
        }
        return new PushAnswer(Answers.json(Answers.checked(answer), Push.Result.class), null);
    }

    /** Hands lines over that the server refuses to take, for a supervisor to review. */
    Push.Kept handOver(int epoch, byte[] gzip) throws LinkException, InterruptedException {
        Exchange.Request request = lines("/v1/quarantine?epoch=" + epoch, gzip);
        return Answers.json(Answers.checked(exchanged(request)), Push.Kept.class);
    }

    private Exchange.Request lines(String path, byte[] gzip) {
        Map<String, String> headers = headers();
        headers.put("Content-Type", "application/x-ndjson");
        headers.put("Content-Encoding", "gzip");
        return new Exchange.Request("POST", path, headers, gzip, USUAL, Answers.LARGEST_JSON, null);
    }

    /**
     * The answer to a push; one of both.
     *
     * @param result what was taken
     * @param refusal why nothing was
     */
    record PushAnswer(Push.@Nullable Result result, Push.@Nullable Refusal refusal) {}

    /** What happened since a position; waits for it. */
    Feed.Page feed(Replica.Position at, int waitSeconds) throws LinkException, InterruptedException {
        return feed(at, "wait=" + waitSeconds, USUAL.plusSeconds(waitSeconds));
    }

    /** What happened between a position and a cursor. */
    Feed.Page feedUpTo(Replica.Position at, long cursor) throws LinkException, InterruptedException {
        return feed(at, "to=" + cursor, USUAL);
    }

    private Feed.Page feed(Replica.Position at, String more, Duration limit)
            throws LinkException, InterruptedException {
        String path = "/v1/feed?cursor=%d&mark=%s&server_epoch=%d&%s"
                .formatted(at.cursor(), URLEncoder.encode(at.mark(), StandardCharsets.UTF_8), at.serverEpoch(), more);
        return Answers.json(send("GET", path, "", limit), Feed.Page.class);
    }

    /** What the server would put into a snapshot, summed up. */
    Digest digest() throws LinkException, InterruptedException {
        return Answers.json(send("GET", "/v1/digest", "", DIGEST), Digest.class);
    }

    /** What hashes of PINs are checked with, sealed for this station. */
    String pepper() throws LinkException, InterruptedException {
        Enrolment.Pepper pepper = Answers.json(send("GET", "/v1/pin-pepper", "", USUAL), Enrolment.Pepper.class);
        return Objects.requireNonNullElse(pepper.sealed(), "");
    }

    /** Downloads a snapshot; says whether the file is gzip. */
    void snapshot(Path into) throws LinkException, InterruptedException {
        Exchange.Answer answer = Answers.checked(exchanged(
                new Exchange.Request("GET", "/v1/snapshot", headers(), new byte[0], SNAPSHOT, LARGEST_SNAPSHOT, into)));
        if (!answer.header("content-type").startsWith("application/x-ndjson")) {
            throw LinkException.of(Kind.UNREACHABLE, "something that is no snapshot answers in the server's place");
        }
    }

    /** A picture's bytes, still to be checked. */
    byte[] picture(PictureId picture) throws LinkException, InterruptedException {
        Map<String, String> headers = headers();
        headers.remove("Accept-Encoding");
        Exchange.Answer answer = Answers.checked(exchanged(new Exchange.Request(
                "GET", "/v1/pictures/" + picture, headers, new byte[0], USUAL, PictureId.LARGEST, null)));
        if (!answer.header("content-type").startsWith("image/")) {
            throw LinkException.of(Kind.UNREACHABLE, "something that is no picture answers in the server's place");
        }
        return answer.body();
    }

    Leases.Grant held() throws LinkException, InterruptedException {
        return Answers.json(send("GET", "/v1/leases", "", USUAL), Leases.Grant.class);
    }

    Leases.Grant want(Leases.Request wish) throws LinkException, InterruptedException {
        return Answers.json(send("POST", "/v1/leases", MAPPER.valueToTree(wish).toString(), USUAL), Leases.Grant.class);
    }

    /** Gives work back; that the server does not know of it any more is as good. */
    void giveBack(TaskId task) throws LinkException, InterruptedException {
        String name = URLEncoder.encode(task.value(), StandardCharsets.UTF_8).replace("+", "%20");
        Exchange.Answer answer = exchanged(request("POST", "/v1/leases/" + name + "/return", "", USUAL));
        if (answer.status() != 404 && answer.status() != 409) {
            Answers.checked(answer);
        }
    }

    private Exchange.Answer send(String method, String path, String json, Duration limit)
            throws LinkException, InterruptedException {
        return Answers.checked(exchanged(request(method, path, json, limit)));
    }

    private Exchange.Request request(String method, String path, String json, Duration limit) {
        Map<String, String> headers = headers();
        if (!json.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return new Exchange.Request(
                method, path, headers, json.getBytes(StandardCharsets.UTF_8), limit, Answers.LARGEST_JSON, null);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Protocol.VERSION_HEADER, Integer.toString(version));
        headers.put("Accept-Encoding", "gzip");
        if (!key.isEmpty()) {
            headers.put("Authorization", "Bearer " + key);
        }
        return headers;
    }

    private Exchange.Answer exchanged(Exchange.Request request) throws LinkException, InterruptedException {
        try {
            Exchange.Answer answer = exchange.send(request);
            return answer.status() == OTHER_VERSION ? inOtherVersion(request, answer) : answer;
        } catch (IOException e) {
            throw LinkException.of(Kind.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    /** A server that was not updated yet, or has been since, speaks the other one of the two versions. */
    private Exchange.Answer inOtherVersion(Exchange.Request request, Exchange.Answer refused)
            throws IOException, InterruptedException {
        int other = version == Protocol.VERSION ? Protocol.OLDEST : Protocol.VERSION;
        request.headers().put(Protocol.VERSION_HEADER, Integer.toString(other));
        Exchange.Answer answer = exchange.send(request);
        if (answer.status() == OTHER_VERSION) {
            return refused;
        }
        version = other;
        return answer;
    }
}
