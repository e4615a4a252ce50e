package dev.dockhand.station.link;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.ErrorBody;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.station.link.LinkException.Kind;
import dev.dockhand.station.replica.Replica;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The station protocol of {@link Protocol}, from the station's side. Every answer is checked before it is used. */
final class ServerApi {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final Duration SNAPSHOT = Duration.ofMinutes(15);
    private static final long LARGEST_JSON = 64L << 20;
    private static final long LARGEST_SNAPSHOT = 4L << 30;
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    private final Exchange exchange;
    private final String key;

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
        return json(send("POST", "/v1/enrol", MAPPER.valueToTree(request).toString(), USUAL), Enrolment.Response.class);
    }

    /** Pushes lines; a refusal of the whole push is an answer too. */
    PushAnswer push(int epoch, byte[] gzip, boolean opaque) throws LinkException, InterruptedException {
        Exchange.Request request = lines("/v1/events?epoch=" + epoch, gzip);
        if (opaque) {
            request.headers().put(Protocol.OPAQUE_HEADER, "1");
        }
        Exchange.Answer answer = exchanged(request);
        if (answer.status() == 409) {
            return new PushAnswer(null, json(answer, Push.Refusal.class));
        }
        return new PushAnswer(json(checked(answer), Push.Result.class), null);
    }

    /** Hands lines over that the server refuses to take, for a supervisor to review. */
    void handOver(int epoch, byte[] gzip) throws LinkException, InterruptedException {
        checked(exchanged(lines("/v1/quarantine?epoch=" + epoch, gzip)));
    }

    private Exchange.Request lines(String path, byte[] gzip) {
        Map<String, String> headers = headers();
        headers.put("Content-Type", "application/x-ndjson");
        headers.put("Content-Encoding", "gzip");
        return new Exchange.Request("POST", path, headers, gzip, USUAL, LARGEST_JSON, null);
    }

    /**
     * The answer to a push; one of both.
     *
     * @param result what was taken
     * @param refusal why nothing was
     */
    record PushAnswer(Push.@Nullable Result result, Push.@Nullable Refusal refusal) {}

    Feed.Page feed(Replica.Position at, int waitSeconds) throws LinkException, InterruptedException {
        String path = "/v1/feed?cursor=%d&mark=%s&wait=%d&server_epoch=%d"
                .formatted(
                        at.cursor(),
                        URLEncoder.encode(at.mark(), StandardCharsets.UTF_8),
                        waitSeconds,
                        at.serverEpoch());
        return json(send("GET", path, "", USUAL.plusSeconds(waitSeconds)), Feed.Page.class);
    }

    /** What hashes of PINs are checked with, sealed for this station. */
    String pepper() throws LinkException, InterruptedException {
        Enrolment.Pepper pepper = json(send("GET", "/v1/pin-pepper", "", USUAL), Enrolment.Pepper.class);
        return Objects.requireNonNullElse(pepper.sealed(), "");
    }

    /** Downloads a snapshot; says whether the file is gzip. */
    void snapshot(Path into) throws LinkException, InterruptedException {
        Exchange.Answer answer = checked(exchanged(
                new Exchange.Request("GET", "/v1/snapshot", headers(), new byte[0], SNAPSHOT, LARGEST_SNAPSHOT, into)));
        if (!answer.header("content-type").startsWith("application/x-ndjson")) {
            throw LinkException.of(Kind.UNREACHABLE, "something that is no snapshot answers in the server's place");
        }
    }

    /** A picture's bytes, still to be checked. */
    byte[] picture(PictureId picture) throws LinkException, InterruptedException {
        Map<String, String> headers = headers();
        headers.remove("Accept-Encoding");
        Exchange.Answer answer = checked(exchanged(new Exchange.Request(
                "GET", "/v1/pictures/" + picture, headers, new byte[0], USUAL, PictureId.LARGEST, null)));
        if (!answer.header("content-type").startsWith("image/")) {
            throw LinkException.of(Kind.UNREACHABLE, "something that is no picture answers in the server's place");
        }
        return answer.body();
    }

    Leases.Grant held() throws LinkException, InterruptedException {
        return json(send("GET", "/v1/leases", "", USUAL), Leases.Grant.class);
    }

    Leases.Grant want(int upTo, @Nullable OrderNumber order) throws LinkException, InterruptedException {
        Leases.Request request = new Leases.Request(upTo, order);
        return json(send("POST", "/v1/leases", MAPPER.valueToTree(request).toString(), USUAL), Leases.Grant.class);
    }

    /** Gives work back; that the server does not know of it any more is as good. */
    void giveBack(TaskId task) throws LinkException, InterruptedException {
        String name = URLEncoder.encode(task.value(), StandardCharsets.UTF_8).replace("+", "%20");
        Exchange.Answer answer = exchanged(request("POST", "/v1/leases/" + name + "/return", "", USUAL));
        if (answer.status() != 404 && answer.status() != 409) {
            checked(answer);
        }
    }

    private Exchange.Answer send(String method, String path, String json, Duration limit)
            throws LinkException, InterruptedException {
        return checked(exchanged(request(method, path, json, limit)));
    }

    private Exchange.Request request(String method, String path, String json, Duration limit) {
        Map<String, String> headers = headers();
        if (!json.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return new Exchange.Request(
                method, path, headers, json.getBytes(StandardCharsets.UTF_8), limit, LARGEST_JSON, null);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Protocol.VERSION_HEADER, Integer.toString(Protocol.VERSION));
        headers.put("Accept-Encoding", "gzip");
        if (!key.isEmpty()) {
            headers.put("Authorization", "Bearer " + key);
        }
        return headers;
    }

    private Exchange.Answer exchanged(Exchange.Request request) throws LinkException, InterruptedException {
        try {
            return exchange.send(request);
        } catch (IOException e) {
            throw LinkException.of(Kind.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Sorts out what is no success. */
    private static Exchange.Answer checked(Exchange.Answer answer) throws LinkException {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return answer;
        }
        Kind kind = switch (status) {
            case 401, 403 -> Kind.REFUSED;
            case 410 -> Kind.CURSOR_GONE;
            case 426 -> Kind.OTHER_VERSION;
            case 429, 502, 503, 504 -> Kind.BUSY;
            default -> status < 400 ? Kind.UNREACHABLE : Kind.FAILED;
        };
        boolean ours = answer.header("content-type").startsWith("application/json");
        boolean decides = kind == Kind.REFUSED || kind == Kind.CURSOR_GONE || kind == Kind.OTHER_VERSION;
        if (decides && !ours) {
            // A proxy or a guest network between us and the server, not the server.
            kind = Kind.UNREACHABLE;
        }
        ErrorBody error = error(answer);
        throw new LinkException(
                kind, status, error.code(), retryAfter(answer), "status %d: %s".formatted(status, message(error)));
    }

    private static Duration retryAfter(Exchange.Answer answer) {
        String text = answer.header("retry-after");
        if (!text.matches("\\d{1,6}")) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Integer.parseInt(text));
        return asked.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : asked;
    }

    private static ErrorBody error(Exchange.Answer answer) {
        try {
            ErrorBody body = json(answer, ErrorBody.class);
            return new ErrorBody(
                    Objects.requireNonNullElse(body.code(), ""),
                    Objects.requireNonNullElse(body.message(), ""),
                    Objects.requireNonNullElse(body.support(), ""));
        } catch (LinkException e) {
            return new ErrorBody("", "no body of ours", "");
        }
    }

    private static String message(ErrorBody error) {
        String text = error.code() + " " + error.message() + " " + error.support();
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static <T> T json(Exchange.Answer answer, Class<T> type) throws LinkException {
        if (!answer.header("content-type").startsWith("application/json")) {
            throw LinkException.of(Kind.UNREACHABLE, "something else answers in the server's place, not in JSON");
        }
        try (InputStream raw = new ByteArrayInputStream(answer.body());
                InputStream in = answer.header("content-encoding").equals("gzip") ? new GZIPInputStream(raw) : raw) {
            byte[] bytes = in.readNBytes((int) LARGEST_JSON);
            T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw new IOException("null");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            throw LinkException.of(
                    Kind.UNUSABLE, "%s cannot be read: %s".formatted(type.getSimpleName(), e.getClass()));
        }
    }
}
