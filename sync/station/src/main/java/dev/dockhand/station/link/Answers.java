package dev.dockhand.station.link;

import dev.dockhand.model.json.Reading;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.station.link.LinkException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Checks and reads what was answered, by the server or by somebody in its place. */
final class Answers {

    /** Longest JSON that is read. */
    static final long LARGEST_JSON = 64L << 20;

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    private Answers() {}

    /** Sorts out what is no success. */
    static Exchange.Answer checked(Exchange.Answer answer) throws LinkException {
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
        Optional<Problem> problem = problem(answer);
        boolean decides = kind == Kind.REFUSED || kind == Kind.CURSOR_GONE || kind == Kind.OTHER_VERSION;
        if (decides && problem.isEmpty()) {
            // A proxy or a guest network between us and the server, not the server.
            kind = Kind.UNREACHABLE;
        }
        throw new LinkException(
                kind,
                status,
                problem.map(Problem::code).orElse(""),
                retryAfter(answer),
                "status %d: %s".formatted(status, problem.map(Answers::words).orElse("no body of ours")));
    }

    private static Duration retryAfter(Exchange.Answer answer) {
        String text = answer.header("retry-after");
        if (!text.matches("\\d{1,6}")) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Integer.parseInt(text));
        return asked.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : asked;
    }

    private static Optional<Problem> problem(Exchange.Answer answer) {
        try {
            return Optional.of(problem(answer, Problem.class)).filter(Problem::comesFromUs);
        } catch (LinkException e) {
            return Optional.empty();
        }
    }

    private static String words(Problem problem) {
        String text = problem.code() + " " + problem.detail() + " " + Objects.requireNonNullElse(problem.support(), "");
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** Reads what an answer that is no success says. */
    static <T> T problem(Exchange.Answer answer, Class<T> type) throws LinkException {
        return read(answer, Problem.MEDIA_TYPE, type);
    }

    /** Reads an answer's JSON. */
    static <T> T json(Exchange.Answer answer, Class<T> type) throws LinkException {
        return read(answer, "application/json", type);
    }

    private static <T> T read(Exchange.Answer answer, String mediaType, Class<T> type) throws LinkException {
        if (!answer.header("content-type").startsWith(mediaType)) {
            throw LinkException.of(Kind.UNREACHABLE, "something else answers in the server's place, not in JSON");
        }
        try (InputStream raw = new ByteArrayInputStream(answer.body());
                InputStream in = answer.header("content-encoding").equals("gzip") ? new GZIPInputStream(raw) : raw) {
            Reading<T> read = Reading.tolerant(in.readNBytes((int) LARGEST_JSON), type);
            if (read.value() == null) {
                throw new IOException(String.join(", ", read.unknown()));
            }
            return read.value();
        } catch (IOException e) {
            throw LinkException.of(
                    Kind.UNUSABLE, "%s cannot be read: %s".formatted(type.getSimpleName(), e.getMessage()));
        }
    }
}
