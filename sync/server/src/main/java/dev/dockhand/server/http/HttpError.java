package dev.dockhand.server.http;

/** An answer that is no success and that the caller can understand. */
final class HttpError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    HttpError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static HttpError badRequest(String code, String message) {
        return new HttpError(400, code, message);
    }

    static HttpError notFound(String message) {
        return new HttpError(404, "NOT_FOUND", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
