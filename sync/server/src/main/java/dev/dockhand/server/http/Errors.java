package dev.dockhand.server.http;

import dev.dockhand.model.protocol.ErrorBody;
import dev.dockhand.server.accept.PushTooLargeException;
import dev.dockhand.server.feed.CursorGoneException;
import dev.dockhand.server.intake.ImportRefusedException;
import dev.dockhand.server.people.RefusedException;
import dev.dockhand.server.people.Secrets;
import dev.dockhand.server.store.BusyException;
import dev.dockhand.server.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an answer. Stack traces go to the log only, under a support code. */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    /** Who sent half of a request may still hear of it. */
    static final Reply CUT = plain(400, "BODY_CUT", "the body ended before its end; nothing was taken");

    private final Secrets secrets;

    Errors(Secrets secrets) {
        this.secrets = secrets;
    }

    Reply reply(String method, String route, Throwable error) {
        return switch (error) {
            case HttpError known -> plain(known.status(), known.code(), message(known));
            case RefusedException refused ->
                plain(status(refused.reason()), refused.reason().name(), message(refused));
            case BusyException busy -> plain(503, "BUSY", message(busy));
            case CursorGoneException gone -> plain(410, "CURSOR_GONE", message(gone));
            case PushTooLargeException large -> plain(413, "TOO_LARGE", message(large));
            case CallerGoneException gone -> cut(method, route);
            case ImportRefusedException refused -> plain(400, refused.code(), message(refused));
            default ->
                Database.isOutOfOrder(error) ? noDatabase(method, route, error) : unexpected(method, route, error);
        };
    }

    private static Reply plain(int status, String code, String message) {
        return Reply.json(status, new ErrorBody(code, message, ""));
    }

    private static String message(Throwable error) {
        return String.valueOf(error.getMessage());
    }

    /** Networks break; that is no news. */
    private static Reply cut(String method, String route) {
        LOG.info("{} {}: the caller left before the end of its request", method, route);
        return CUT;
    }

    private static int status(RefusedException.Reason reason) {
        return switch (reason) {
            case CODE_INVALID, CODE_FOR_OTHER_STATION -> 403;
            case TOO_MANY_TRIES -> 429;
            case STATION_NAME_INVALID -> 400;
            case NO_NUMBER_LEFT, STATION_EXISTS -> 409;
            case STATION_UNKNOWN -> 404;
        };
    }

    /** Not the request's fault: a station that was told 500 would take its events for the reason. */
    private Reply noDatabase(String method, String route, Throwable error) {
        String support = secrets.code();
        if (Database.isAway(error)) {
            LOG.error("{} {} found no database, support code {}", method, route, support, error);
            return Reply.json(
                    503,
                    new ErrorBody(
                            "DATABASE_DOWN", "the database does not answer; nothing was taken, try again", support));
        }
        LOG.error("{} {} found a database that cannot work, support code {}", method, route, support, error);
        return Reply.json(
                503,
                new ErrorBody(
                        "DATABASE_UNAVAILABLE",
                        "the database cannot work now, for instance because its disk is full; nothing was taken. See"
                                + " the server's log, then try again",
                        support));
    }

    private Reply unexpected(String method, String route, Throwable error) {
        String support = secrets.code();
        LOG.error("{} {} failed, support code {}", method, route, support, error);
        return Reply.json(
                500,
                new ErrorBody(
                        "INTERNAL", "the server failed; what it had committed is kept, the rest was undone", support));
    }
}
