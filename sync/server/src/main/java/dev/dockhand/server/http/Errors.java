package dev.dockhand.server.http;

import dev.dockhand.model.protocol.Problem;
import dev.dockhand.server.accept.PushTooLargeException;
import dev.dockhand.server.access.RefusedException;
import dev.dockhand.server.access.Secrets;
import dev.dockhand.server.feed.CursorGoneException;
import dev.dockhand.server.intake.ImportRefusedException;
import dev.dockhand.server.order.OrderRefusedException;
import dev.dockhand.server.store.BusyException;
import dev.dockhand.server.store.Database;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns what went wrong into an answer. Stack traces go to the log only, under a support code. */
final class Errors implements DirectHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private static final int LONGEST_PATH = 500;

    private final Secrets secrets;

    Errors(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The answer to a request that did not succeed.
     *
     * @param route where it led
     * @param path the path as it came
     */
    Reply reply(Route route, String path, Throwable error) {
        Problem problem = switch (error) {
            case HttpError known -> Problem.of(known.status(), known.code(), message(known));
            case RefusedException refused ->
                Problem.of(status(refused.reason()), refused.reason().name(), message(refused));
            case BusyException busy -> Problem.of(503, "BUSY", message(busy));
            case CursorGoneException gone -> Problem.of(410, "CURSOR_GONE", message(gone));
            case PushTooLargeException large -> Problem.of(413, "TOO_LARGE", message(large));
            case CallerGoneException gone -> cut(route);
            case OrderRefusedException refused ->
                Problem.of(refused.isUnknown() ? 404 : 409, refused.code(), message(refused));
            case ImportRefusedException refused -> Problem.of(400, refused.code(), message(refused));
            default -> Database.isOutOfOrder(error) ? noDatabase(route, error) : unexpected(route, error);
        };
        return Reply.problem(problem.status(), path.length() > LONGEST_PATH ? problem : problem.at(path));
    }

    private static String message(Throwable error) {
        return String.valueOf(error.getMessage());
    }

    /** Networks break; that is no news. Who sent half of a request may still hear of it. */
    private static Problem cut(Route asked) {
        LOG.info("{}: the caller left before the end of its request", asked);
        return Problem.of(400, "BODY_CUT", "the body ended before its end; nothing was taken");
    }

    private static int status(RefusedException.Reason reason) {
        return switch (reason) {
            case CODE_INVALID, CODE_FOR_OTHER_STATION -> 403;
            case TOO_MANY_TRIES -> 429;
            case STATION_NAME_INVALID, KEY_MISFIT -> 400;
            case NO_NUMBER_LEFT, STATION_EXISTS, KEY_EXISTS -> 409;
            case STATION_UNKNOWN, UNKNOWN_PLACE, KEY_UNKNOWN -> 404;
        };
    }

    /** Not the request's fault: a station that was told 500 would take its events for the reason. */
    private Problem noDatabase(Route asked, Throwable error) {
        String support = secrets.code();
        if (Database.isAway(error)) {
            LOG.error("{} found no database, support code {}", asked, support, error);
            return Problem.of(503, "DATABASE_DOWN", "the database does not answer; nothing was taken, try again")
                    .under(support);
        }
        LOG.error("{} found a database that cannot work, support code {}", asked, support, error);
        return Problem.of(
                        503,
                        "DATABASE_UNAVAILABLE",
                        "the database cannot work now, for instance because its disk is full; nothing was taken. See"
                                + " the server's log, then try again")
                .under(support);
    }

    private Problem unexpected(Route asked, Throwable error) {
        String support = secrets.code();
        LOG.error("{} failed, support code {}", asked, support, error);
        return Problem.of(500, "INTERNAL", "the server failed; what it had committed is kept, the rest was undone")
                .under(support);
    }

    /** What Helidon refuses by itself, before there is a route. */
    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType kind,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        Problem problem = switch (status.code()) {
            case 413 -> Problem.of(413, "TOO_LARGE", "the request is larger than anything that is taken here");
            case 500 -> Problem.of(500, "INTERNAL", "the server failed; see its log");
            default ->
                Problem.of(
                        status.code(),
                        "BAD_REQUEST",
                        Objects.requireNonNullElse(message, "the request is not what HTTP/1.1 asks for"));
        };
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .entity(Reply.bytes(problem))
                .build();
    }
}
